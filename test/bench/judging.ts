import { randomUUID } from 'node:crypto';
import { availableParallelism, loadavg } from 'node:os';
import type { Client } from '@elastic/elasticsearch';
import { addDays, daysBefore } from '../../common/time';
import type { Finding } from '../../common/waveform/hours';
import { replayJudgment } from '../../server/app/again/replay_judgment';
import { waitFor } from '../../server/app/basics/wait_for';
import { NO_DECISIONS } from '../../server/app/deciding/decisions';
import type { ExplainingPorts } from '../../server/app/explaining/explaining_ports';
import { valueFindings } from '../../server/app/explaining/value_findings';
import { RunService } from '../../server/app/runs/run_service';
import { fetchFindings } from '../../server/elastic/results';
import { ensureIndices } from '../../server/elastic/results/ensure_indices';
import { createAnalysisPorts } from '../../server/wiring/create_analysis_ports';
import { createCountingPorts } from '../../server/wiring/create_counting_ports';
import { createKeptSeriesPorts } from '../../server/wiring/create_kept_series_ports';
import { createExplainingPorts } from '../../server/wiring/create_explaining_ports';
import { countsSource } from '../fixtures/counts_source';
import { judgmentOf } from '../fixtures/judgments';
import { coreSeconds } from './core_seconds';
import { KEPT_DAYS, KEPT_LAST_DAY, keptSettings, makeKept } from './backtest';
import { JUDGED_DAY, JUDGED_DOCUMENTS, judgedSettings, storeJudgedLogs } from './judging_logs';

type Print = (line: string) => void;

const REPEATS = 5;
const AIM_REPLAY_MS = 300;
const AIM_GROUPING_PERCENT = 10;
const AIM_VALUES = 1.5;
const { signal } = new AbortController();
const JSON_TYPE = 'application/json';
const headers = { 'content-type': JSON_TYPE, accept: JSON_TYPE };

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** How long a judgment of one series of a source with 1,000 takes to be tried on 31 days. */
async function benchReplay(client: Client, print: Print): Promise<void> {
  const scope = 'bench-judging';
  const kept = makeKept();
  const keeping = createCountingPorts(client, scope);
  const source = countsSource();
  for (const counts of kept.values()) await keeping.keep(source, counts, signal);
  const days = daysBefore(addDays(KEPT_LAST_DAY, 1), KEPT_DAYS + keptSettings.training.days);
  const proposed = judgmentOf({
    ...{ subtype: 'series 0', day: KEPT_LAST_DAY, hours: [3], repeats: 'weekday' },
    until: addDays(KEPT_LAST_DAY, 92),
  });
  const request = { source, settings: keptSettings, decisions: NO_DECISIONS, proposed };
  const [reading, replaying]: [number[], number[]] = [[], []];
  let assessed = 0;
  let own = 0;
  for (let repeat = 0; repeat <= REPEATS; repeat += 1) {
    // Each time as if asked for the first time: nothing is remembered.
    const ports = createKeptSeriesPorts(client, scope);
    const read = await timed(() =>
      ports.readKeptSeries(source, keptSettings.zone, 'series 0', days, signal),
    );
    const asked = { ...request, to: KEPT_LAST_DAY, days: KEPT_DAYS };
    const began = coreSeconds();
    const replay = await timed(async () => {
      assessed = (await replayJudgment(asked, ports, signal)).days.length;
    });
    own = coreSeconds() - began;
    if (repeat === 0) continue;
    reading.push(read);
    replaying.push(replay);
  }
  const [read, replay] = [medianOf(reading), medianOf(replaying)];
  const [load = 0] = loadavg();
  print(`Load of the machine: ${load.toFixed(1)} on ${availableParallelism()} cores`);
  print(`Replay before a judgment, 1,000 series, ${assessed} days assessed:`);
  print(`  ${replay.toFixed(0)} ms (aim: at most ${AIM_REPLAY_MS})`);
  print(`  ${read.toFixed(0)} ms of these for reading what is kept of ${days.length} days`);
  print(`  ${(1_000 * own).toFixed(0)} ms of one core, reading included\n`);
}

/** Counts the searches that are sent while it listens. */
function searchesOf(client: Client) {
  const sent: { readonly path: string; readonly body: unknown }[] = [];
  client.diagnostic.on('request', (error, event) => {
    const params = event?.meta.request.params;
    if (error === null && params?.path.includes('/_search') === true) {
      sent.push({ path: params.path, body: params.body });
    }
  });
  return sent;
}

/** Ports that tell how long putting findings together took, and by how many searches. */
function watched(ports: ExplainingPorts, sent: readonly unknown[]) {
  const spent = { ms: 0, searches: 0, calls: 0 };
  const countPairs: ExplainingPorts['countPairs'] = async (pairs, stop) => {
    const [began, before] = [performance.now(), sent.length];
    const answer = await ports.countPairs(pairs, stop);
    spent.ms += performance.now() - began;
    spent.searches += sent.length - before;
    spent.calls += 1;
    return answer;
  };
  return { spent, ports: { ...ports, countPairs } };
}

/** What telling who it was takes beside the searches that it sends. */
async function benchValues(
  client: Client,
  findings: readonly Finding[],
  sent: { readonly path: string; readonly body: unknown }[],
  print: Print,
): Promise<void> {
  const sources = new Map(judgedSettings().sources.map((source) => [source.id, source]));
  const explaining = createExplainingPorts(client);
  const [whole, bare]: [number[], number[]] = [[], []];
  let searches = 0;
  for (const finding of findings) {
    const times: [number[], number[]] = [[], []];
    for (let repeat = 0; repeat <= REPEATS; repeat += 1) {
      sent.length = 0;
      const all = await timed(() => valueFindings([finding], sources, explaining, signal));
      const own = sent.map(({ path, body }) => ({ path, body: String(body) }));
      const alone = await timed(async () => {
        for (const { path, body } of own) {
          await client.transport.request({ method: 'POST', path, body }, { signal, headers });
        }
      });
      if (repeat === 0) continue;
      times[0].push(all);
      times[1].push(alone);
      searches = Math.max(searches, own.length);
    }
    whole.push(medianOf(times[0]));
    bare.push(medianOf(times[1]));
  }
  const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
  const [all, alone] = [sum(whole), sum(bare)];
  const times = (all / alone).toFixed(2);
  print(`  who or what, ${findings.length} findings, at most ${searches} searches each:`);
  print(`  ${all.toFixed(0)} ms, the bare searches ${alone.toFixed(0)} ms`);
  print(`  ${times} times the bare searches (aim: at most ${AIM_VALUES})\n`);
}

/** How much of an analysis goes into putting findings together, and into who or what they are. */
async function benchExplaining(client: Client, print: Print): Promise<void> {
  await storeJudgedLogs(client);
  const sent = searchesOf(client);
  const settings = judgedSettings();
  const now = (): Date => new Date(`${addDays(JUDGED_DAY, 1)}T06:00:00Z`);
  const scope = 'bench-explaining';
  const made = createAnalysisPorts(client, { scope, now, isTagging: false });
  const { spent, ports: explaining } = watched(createExplainingPorts(client), sent);
  const request = { day: JUDGED_DAY, scope, settings, now: now(), attempt: randomUUID() };
  const asked = { ...request, started_by: null, origin: 'command' as const };
  const begun = await new RunService(now, waitFor).start(asked, { ...made, explaining }, signal);
  const run = await begun.done;
  const findings = await fetchFindings(client, run.run_id, signal);
  const incidents = new Set(findings.map(({ incident }) => incident)).size;
  const percent = (100 * spent.ms) / run.duration_ms;
  const documents = JUDGED_DOCUMENTS.toLocaleString('en-US');
  print(`Analysis of a day of ${documents} documents, ${findings.length} findings:`);
  print(`  ${incidents} incidents, run of ${run.duration_ms} ms`);
  print(
    `  grouping: ${spent.searches} search, ${spent.ms.toFixed(0)} ms (aim: at most one search)`,
  );
  print(`  ${percent.toFixed(1)} % of the run (aim: at most ${AIM_GROUPING_PERCENT} %)`);
  await benchValues(client, findings.slice(0, 20), sent, print);
}

/** What judging and explaining cost. */
export async function benchJudging(client: Client, print: Print): Promise<void> {
  await ensureIndices(client, signal);
  await benchReplay(client, print);
  await benchExplaining(client, print);
}
