import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Client } from '@elastic/elasticsearch';
import { settingsSchema, type Settings } from '../../common/settings';
import {
  addDays,
  type Day,
  daysBefore,
  dayStartUtc,
  HOURS_PER_DAY,
  MS_PER_HOUR,
} from '../../common/time';
import { HourTable, SeriesNames } from '../../common/waveform/hours';
import { DEFAULT_SCOPE, waitFor } from '../../server/app/basics';
import { RunService } from '../../server/app/runs/run_service';
import { hostSource, SilenceMemory } from '../../server/app/silence';
import { ensureIndices } from '../../server/elastic/results';
import { createAnalysisPorts } from '../../server/wiring/create_analysis_ports';
import { createCountingPorts } from '../../server/wiring/create_counting_ports';
import { keepSilence } from '../../server/wiring/silence';
import { countsDay, countsSource } from '../fixtures/counts_source';
import { judgingMilliseconds } from './silence_speed';

type Print = (line: string) => void;

const INDEX = 'logwave-bench-silent';
const DAY: Day = '2026-03-02';
const NOW = new Date('2026-03-02T18:20:00Z');
const [HOSTS, SEVERITIES, TRAINING_DAYS] = [10_000, 8, 31];
/** One host in so many has stopped, yesterday at noon. */
const STOPPED = 100;
const STOPPED_AT = Date.parse('2026-03-01T12:00:00Z');
const PER_BULK = 10_000;
const REPEATS = 5;
const GOAL = 1.2;
const GOAL_MEMORY = 50;
const GOAL_SHARE = 5;
const MEGABYTE = 2 ** 20;
const JSON_TYPE = 'application/json';
const headers = { 'content-type': JSON_TYPE, accept: JSON_TYPE };
const { signal } = new AbortController();

const source = countsSource({ index: INDEX, filter: [], subtype_fields: ['severity'] });
const settings: Settings = { ...settingsSchema.parse({}), zone: 'UTC', sources: [source] };
const hostOf = (host: number): string => `host${host}`;
const severityOf = (host: number): string => String(host % SEVERITIES);
const isStopped = (host: number, time: number): boolean =>
  host % STOPPED === 0 && time >= STOPPED_AT;

/** One event of each host in each hour of yesterday and today. */
async function storeLogs(client: Client): Promise<void> {
  const keyword = { type: 'keyword' } as const;
  const date = { type: 'date' } as const;
  await client.indices.create({
    index: INDEX,
    settings: { refresh_interval: '-1', number_of_replicas: 0 },
    mappings: { properties: { '@timestamp': date, host: keyword, severity: keyword } },
  });
  const begin = dayStartUtc(DAY) - HOURS_PER_DAY * MS_PER_HOUR;
  let operations: object[] = [];
  const send = async (): Promise<void> => {
    if (operations.length > 0) await client.bulk({ index: INDEX, operations });
    operations = [];
  };
  for (let hour = begin; hour < NOW.getTime(); hour += MS_PER_HOUR) {
    for (let host = 0; host < HOSTS; host += 1) {
      const time = hour + ((host * 7_919) % MS_PER_HOUR);
      if (time > NOW.getTime() || isStopped(host, time)) continue;
      const names = { host: hostOf(host), severity: severityOf(host) };
      operations.push({ index: {} }, { '@timestamp': new Date(time).toISOString(), ...names });
      if (operations.length >= 2 * PER_BULK) await send();
    }
  }
  await send();
  await client.indices.refresh({ index: INDEX });
  await client.indices.forcemerge({ index: INDEX, max_num_segments: 1 });
}

/** What earlier analyses and looks have kept. */
async function keepTraining(client: Client): Promise<void> {
  const ports = createCountingPorts(client, DEFAULT_SCOPE);
  const hosts = hostSource([source], 'host');
  const [hostNames, severityNames] = [new SeriesNames(), new SeriesNames()];
  for (const day of daysBefore(DAY, TRAINING_DAYS)) {
    const byHost = new HourTable(HOSTS, hostNames);
    const bySeverity = new HourTable(SEVERITIES, severityNames);
    let documents = 0;
    for (let host = 0; host < HOSTS; host += 1) {
      for (let hour = 0; hour < HOURS_PER_DAY; hour += 1) {
        const begin = dayStartUtc(day) + hour * MS_PER_HOUR;
        if (isStopped(host, begin + ((host * 7_919) % MS_PER_HOUR))) continue;
        byHost.add(hostOf(host), hour, 1);
        bySeverity.add(severityOf(host), hour, 1);
        documents += 1;
      }
    }
    const counts = { day, zone: 'UTC', documents };
    await ports.keep(hosts, countsDay({ ...counts, source: hosts.id, series: byHost }), signal);
    await ports.keep(
      source,
      countsDay({ ...counts, source: source.id, series: bySeverity }),
      signal,
    );
  }
}

interface Sent {
  readonly path: string;
  readonly body: unknown;
}

/** The searches of logs that are sent while it listens. */
function logSearches(client: Client): Sent[] {
  const sent: Sent[] = [];
  client.diagnostic.on('request', (error, event) => {
    const params = event?.meta.request.params;
    if (error === null && params?.path.startsWith(`/${INDEX}/_search`) === true) {
      sent.push({
        path: [params.path, params.querystring].filter(Boolean).join('?'),
        body: params.body,
      });
    }
  });
  return sent;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

/** Megabytes that are in use once nothing is left over. */
function usedMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed / MEGABYTE + process.memoryUsage().external / MEGABYTE;
}

/** How long the analysis of yesterday takes, with the hosts as its series and all days kept. */
async function timedRun(client: Client): Promise<number> {
  const day = addDays(DAY, -1);
  const options = { scope: DEFAULT_SCOPE, now: () => NOW, isTagging: false };
  const ofHosts = { ...settings, sources: [hostSource([source], 'host')] };
  const origin = 'command' as const;
  const by = { attempt: randomUUID(), started_by: null, origin };
  const request = { day, scope: DEFAULT_SCOPE, settings: ofHosts, now: NOW, ...by };
  return timed(async () => {
    const runs = new RunService(options.now, waitFor);
    const begun = await runs.start(request, createAnalysisPorts(client, options), signal);
    const { series, error } = await begun.done;
    if (series !== HOSTS) throw new Error(`the bench's run failed: ${error ?? `${series} series`}`);
  });
}

/** The share of a run that judging silence takes. */
async function benchShareOfRun(client: Client, print: Print): Promise<void> {
  const judging = judgingMilliseconds();
  const run = await timedRun(client);
  const share = (100 * judging) / (run + judging);
  print(`A run of ${HOSTS} series with ${TRAINING_DAYS} kept days, and their silence:`);
  print(`  the run         ${run.toFixed(0).padStart(8)} ms`);
  print(`  judging silence ${judging.toFixed(0).padStart(8)} ms`);
  print(`  share           ${share.toFixed(1).padStart(8)} %   (goal: at most ${GOAL_SHARE} %)\n`);
}

/** What the hourly look of the schedule takes, beside the searches that it sends, sent alone. */
export async function benchSilenceLook(client: Client, print: Print): Promise<void> {
  await ensureIndices(client, signal);
  await storeLogs(client);
  await keepTraining(client);
  const sent = logSearches(client);
  const memory = new SilenceMemory();
  const look = () => keepSilence(client, settings, { at: NOW, now: NOW, memory }, signal);
  const before = usedMegabytes();
  let silent = 0;
  const first = await timed(async () => (silent = (await look()).rows.length));
  const kept = usedMegabytes() - before;
  const [looks, bare]: [number[], number[]] = [[], []];
  let searches: readonly Sent[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    sent.length = 0;
    await client.indices.clearCache({ index: INDEX });
    looks.push(await timed(look));
    searches = [...sent];
    await client.indices.clearCache({ index: INDEX });
    bare.push(
      await timed(async () => {
        for (const { path, body } of searches) {
          await client.transport.request(
            { method: 'POST', path, body: body as string },
            { headers },
          );
        }
      }),
    );
  }
  const used = usedMegabytes() - before;
  const [whole, alone] = [median(looks), median(bare)];
  const ratio = (whole / alone).toFixed(2);
  print(`The hourly look at ${HOSTS} hosts (${silent} rows):`);
  print(`  first look      ${first.toFixed(0).padStart(8)} ms, with ${TRAINING_DAYS} kept days`);
  print(`  hourly look     ${whole.toFixed(0).padStart(8)} ms`);
  print(`  bare searches   ${alone.toFixed(0).padStart(8)} ms, ${searches.length} of the logs`);
  print(`  ratio           ${ratio.padStart(8)}     (goal: at most ${GOAL})`);
  print(
    `  memory          ${used.toFixed(0).padStart(8)} MB  (goal: at most ${GOAL_MEMORY} MB), after the first ${kept.toFixed(0)} MB\n`,
  );
  await benchShareOfRun(client, print);
}
