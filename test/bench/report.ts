import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@elastic/elasticsearch';
import { dayReport, reportHtml } from '../../common/report';
import { SERIES_INDEX } from '../../server/elastic/results';
import { DRAWN_PLACE } from '../../server/elastic/results/series/stored_series';
import { reportOfDay } from '../../server/wiring';
import { addressOf } from './address_of';
import { HOST_DAY, HOST_SERIES, settingsOfBench, storeBenchDay } from './host_day';

type Print = (line: string) => void;

const PROJECT = resolve(__dirname, '../..');
const MANY_SERIES = 10_000;
const REPEATS = 9;
const KB = 1_024;
const LOOK_MS = 5;
const AIM = { ratio: 1.5, megabytes: 60 };

/** The series of the day, each once: without the copies of some that are stored for reports. */
async function readBarely(client: Client, signal: AbortSignal): Promise<void> {
  const filter = [{ term: { day: HOST_DAY } }, { range: { block: { gt: DRAWN_PLACE } } }];
  const query = { bool: { filter } };
  const asked = { index: SERIES_INDEX, size: 1_000, query, sort: ['_doc'] };
  const { hits } = await client.search(asked, { signal });
  if (hits.hits.length === 0) throw new Error('the series of the bench cannot be read');
}

async function makeReport(client: Client, signal: AbortSignal): Promise<string> {
  const settings = settingsOfBench();
  const caller = { name: null, client, can: () => Promise.resolve(true), request: undefined };
  const asked = { settings, day: HOST_DAY, now: new Date() };
  const answer = await reportOfDay(caller, asked, signal);
  const sourceNames = new Map(settings.sources.map(({ id, name }) => [id, name]));
  return reportHtml(dayReport(answer, { link: null, sourceNames }));
}

/** Milliseconds, the median of some in turns. */
async function medians(works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let turn = 0; turn < REPEATS; turn += 1) {
    for (const [place, work] of works.entries()) {
      const began = performance.now();
      await work();
      times[place]?.push(performance.now() - began);
    }
  }
  return times.map((some) => some.sort((a, b) => a - b)[Math.floor(REPEATS / 2)] ?? NaN);
}

/** The most memory that a command of Logwave had, in megabytes, as Linux counts it. */
async function peakOf(args: readonly string[]): Promise<number> {
  const child = spawn('bin/logwave', args, { cwd: PROJECT, stdio: 'ignore' });
  let peak = 0;
  while (child.exitCode === null && child.signalCode === null) {
    const status = await readFile(`/proc/${child.pid ?? 0}/status`, 'utf8').catch(() => '');
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0));
    await wait(LOOK_MS);
  }
  return peak / KB;
}

/**
 * Measures the report of a day: its time beside that of reading its series and no more, and its
 * memory beside that of a command that finds no analyzed day.
 *
 * @param print takes one line at a time
 */
export async function benchReport(client: Client, print: Print): Promise<void> {
  const { signal } = new AbortController();
  await storeBenchDay(client, signal);
  // The report reads by ids, and sees what is stored at once. The bare search does not.
  await client.indices.refresh({ index: SERIES_INDEX });
  const html = await makeReport(client, signal);
  const [bare = NaN, whole = NaN] = await medians([
    () => readBarely(client, signal),
    () => makeReport(client, signal),
  ]);
  const ratio = (whole / bare).toFixed(2);
  print(`The report of a day of ${HOST_SERIES.toLocaleString('en-US')} series as HTML:`);
  print(`  ${whole.toFixed(0)} ms, ${ratio} times reading them barely (aim: at most ${AIM.ratio})`);
  print(`  ${(html.length / 1_000).toFixed(0)} kB (aim: under 100)`);
  await storeBenchDay(client, signal, MANY_SERIES);
  const report = ['report', '--zone', 'UTC', '--html', '--es', addressOf(client), '--day'];
  const none = await peakOf([...report, '2001-01-01']);
  const many = await peakOf([...report, HOST_DAY]);
  print(
    `  ${(many - none).toFixed(0)} MB more at ${MANY_SERIES.toLocaleString('en-US')} series (aim: at most ${AIM.megabytes})`,
  );
}
