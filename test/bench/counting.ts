import type { Client } from '@elastic/elasticsearch';
import type { Source } from '../../common/sources/source';
import { localDay } from '../../common/time/local_day';
import { countHours } from '../../server/app/counting/count_hours';
import { mapAhead } from '../../server/app/basics/map_ahead';
import type { IndexGroup } from '../../server/app/counting/counting_ports';
import { COUNTS_INDEX, countsMapping } from '../../server/elastic/counting/counts_mapping';
import { createCountingPorts } from '../../server/wiring/create_counting_ports';
import { fetchCounts } from '../../server/elastic/counting/fetch_counts';
import { fetchIndexGroups } from '../../server/elastic/counting/fetch_index_groups';
import {
  BENCH_DAY,
  BENCH_DOCUMENTS,
  BENCH_INDEX,
  benchSources,
  makeBenchLogs,
} from './counting_logs';
import { benchMemory, forgetCounts } from './counting_many_series';
import { countByReading, countRaw } from './counting_rivals';

type Print = (line: string) => void;

const day = localDay(BENCH_DAY, 'UTC');
const NOW = new Date('2026-11-24T06:00Z');
const WARM_UPS = 5;
const ROUNDS = 25;
/** Sources that are counted at the same time. */
const AT_A_TIME = 2;
const NAME_WIDTH = 50;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Medians of work done in turns, so that all meet the same weather; in the order given. */
async function mediansOf(works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times = works.map(() => [] as number[]);
  for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
    for (const [place, work] of works.entries()) {
      const time = await millisecondsOf(work);
      if (round >= WARM_UPS) times[place]?.push(time);
    }
  }
  return times.map(median);
}

interface CountTask {
  readonly source: Source;
  readonly group: IndexGroup;
}

async function taskOf(client: Client, source: Source, signal: AbortSignal): Promise<CountTask> {
  const groups = await fetchIndexGroups(client, source, signal);
  const [group] = groups.state === 'known' ? groups.value : [];
  if (group === undefined) throw new Error(`${source.id} cannot be counted`);
  return { source, group };
}

/** Just the counts: three searches and what is made of their answers. */
async function countAlone(
  client: Client,
  tasks: readonly CountTask[],
  signal: AbortSignal,
): Promise<void> {
  for (const { source, group } of tasks) {
    await fetchCounts(client, source, group, day, new Set(), signal);
  }
}

/** All that an analysis does to count a new day: fields, privileges, checks, and keeping the counts. */
async function countWhole(
  client: Client,
  scope: string,
  limit: number,
  signal: AbortSignal,
): Promise<void> {
  const ports = createCountingPorts(client, scope);
  const results = mapAhead(benchSources, limit, (source) =>
    countHours({ source, tested: day, training: [], now: NOW }, ports, signal),
  );
  for await (const { tested } of results) {
    if (tested.state === 'unknown') throw new Error(tested.reason);
    if (tested.origin !== 'counted') throw new Error('the bench met counts that were kept');
  }
}

function line(name: string, time: number, remark = ''): string {
  return `  ${name.padEnd(NAME_WIDTH)}${time.toFixed(0).padStart(7)} ms  ${remark}`.trimEnd();
}

function times(time: number, rival: number): string {
  return `${(time / rival).toFixed(2)} times`;
}

async function benchTime(client: Client, print: Print, signal: AbortSignal): Promise<void> {
  const tasks: CountTask[] = [];
  for (const source of benchSources) tasks.push(await taskOf(client, source, signal));
  const scopes: string[] = [];
  const newScope = (): string => {
    scopes.push(`bench-${process.pid}-${Date.now()}-${scopes.length}`);
    return scopes[scopes.length - 1] ?? '';
  };
  const [raw = NaN, alone = NaN, oneByOne = NaN, whole = NaN] = await mediansOf([
    () => countRaw(client, day),
    () => countAlone(client, tasks, signal),
    () => countWhole(client, newScope(), 1, signal),
    () => countWhole(client, newScope(), AT_A_TIME, signal),
  ]);
  let read = 0;
  const reading = await millisecondsOf(async () => (read = await countByReading(client, day)));
  if (read !== BENCH_DOCUMENTS) throw new Error(`the bench read ${read} documents only`);
  print(`Counting a day of ${BENCH_DOCUMENTS.toLocaleString('en-US')} documents, 200 series:`);
  print(line('one raw aggregation', raw));
  print(line('us, the counts', alone, `${times(alone, raw)} (aim: at most 1.3)`));
  print(line('us, with checks and keeping, two sources at a time', whole, times(whole, raw)));
  print(line('us, with checks and keeping, one by one', oneByOne, times(oneByOne, raw)));
  const slower = `${(reading / whole).toFixed(0)} times slower than us (aim: at least 40)`;
  print(line("the talk's way: reading every document", reading, slower));
  for (const scope of scopes) {
    for (const source of benchSources) await forgetCounts(client, source, scope, [BENCH_DAY], 1);
  }
}

async function makeCountsIndex(client: Client): Promise<void> {
  const exists = await client.indices.exists({ index: COUNTS_INDEX });
  if (!exists) await client.indices.create({ index: COUNTS_INDEX, mappings: countsMapping });
}

/** Measures the memory alone. @param print takes one line at a time */
export async function benchMemoryAlone(client: Client, print: Print): Promise<void> {
  await makeCountsIndex(client);
  await benchMemory(client, print, new AbortController().signal);
}

/**
 * Measures counting side by side with one raw aggregation and with the talk's way of reading every
 * document, and how much memory 10,000 series take. Makes its own logs and removes them again.
 *
 * @param print takes one line at a time
 */
export async function benchCounting(client: Client, print: Print): Promise<void> {
  const { signal } = new AbortController();
  await makeCountsIndex(client);
  try {
    await makeBenchLogs(client, signal);
    await benchTime(client, print, signal);
  } finally {
    await client.indices.delete({ index: BENCH_INDEX, ignore_unavailable: true });
  }
  await benchMemory(client, print, signal);
}
