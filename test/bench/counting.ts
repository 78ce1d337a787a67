import type { Client } from '@elastic/elasticsearch';
import type { Source } from '../../common/sources/source';
import { localDay } from '../../common/time/local_day';
import { daysBefore, type Day } from '../../common/time/day';
import { parseSettings } from '../../common/settings/parse_settings';
import type { Settings } from '../../common/settings/settings';
import { sharedStop } from '../../server/app/basics/shared_stop';
import type { IndexGroup } from '../../server/app/counting/counting_ports';
import { countsOwner } from '../../server/app/counting/counts_owner';
import { countSources } from '../../server/app/runs/count_sources';
import { ProgressTracker } from '../../server/app/runs/progress_tracker';
import { COUNTS_INDEX, countsMapping } from '../../server/elastic/counting/counts_mapping';
import { keepCounts } from '../../server/elastic/counting/counts_store';
import { createCountingPorts } from '../../server/wiring/create_counting_ports';
import { fetchCounts } from '../../server/elastic/counting/fetch_counts';
import { fetchIndexGroups } from '../../server/elastic/counting/fetch_index_groups';
import { SourceSizes } from '../../server/elastic/counting/source_sizes';
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
/** As many as it takes until Java has compiled what is searched: a cluster in use runs for days. */
const WARM_UPS = 100;
const ROUNDS = 25;
const TRAINING_DAYS = 31;
const trainingDays = daysBefore(BENCH_DAY, TRAINING_DAYS);
const NAME_WIDTH = 50;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/**
 * Medians of work done in turns, so that all meet the same weather; in the order given.
 *
 * @param before done before each work, and not measured
 */
async function mediansOf(
  works: readonly (() => Promise<unknown>)[],
  before: () => Promise<unknown>,
): Promise<number[]> {
  const times = works.map(() => [] as number[]);
  for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
    for (const [place, work] of works.entries()) {
      await before();
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
    await fetchCounts(client, source, group, day, new SourceSizes(), signal);
  }
}

/** Counting in the bench: what an analysis has beside the sources. */
interface Analysis {
  readonly client: Client;
  readonly settings: Settings;
  readonly signal: AbortSignal;
}

/**
 * All that an analysis does to count a new day: fields, privileges, checks, and keeping the counts.
 *
 * @param sources those that are counted at the same time, as an analysis does it, in lists
 * @param days how many kept days come before it
 */
async function countWhole(
  { client, settings, signal }: Analysis,
  scope: string,
  sources: readonly (readonly Source[])[],
  days: number,
): Promise<void> {
  const counting = createCountingPorts(client, scope);
  const ports = { counting, now: () => NOW };
  const training = { ...settings.training, days };
  for (const together of sources) {
    const request = { settings: { ...settings, sources: [...together], training } };
    const progress = new ProgressTracker(() => undefined);
    for await (const { counted } of countSources({ request, day, ports, progress }, signal)) {
      const { tested, training: before } = counted;
      if (tested.state === 'unknown') throw new Error(tested.reason);
      if (tested.origin !== 'counted') throw new Error('the bench met counts that were kept');
      const kept = before.filter((one) => one.state === 'known' && one.origin !== 'counted');
      if (kept.length !== days) throw new Error(`the bench met ${kept.length} kept days`);
    }
  }
}

/** Keeps the counts of the day for the days before it, too, as earlier analyses would have. */
async function keepTraining(
  { client, signal }: Analysis,
  tasks: readonly CountTask[],
  scope: string,
): Promise<void> {
  for (const { source, group } of tasks) {
    const counted = await fetchCounts(client, source, group, day, new SourceSizes(), signal);
    if (counted.state === 'unknown') throw new Error(counted.reason);
    const days = trainingDays.map((one) => ({ ...counted.value, day: one }));
    const problem = await keepCounts(client, countsOwner(source, 'UTC', scope), days, NOW, signal);
    if (problem !== null) throw new Error(problem);
  }
  await client.indices.refresh({ index: COUNTS_INDEX }, { signal });
}

function line(name: string, time: number, remark = ''): string {
  return `  ${name.padEnd(NAME_WIDTH)}${time.toFixed(0).padStart(7)} ms  ${remark}`.trimEnd();
}

function times(time: number, rival: number): string {
  return `${(time / rival).toFixed(2)} times`;
}

/** The settings of an analysis, whose sources the bench chooses. */
function benchSettings(): Settings {
  const parsed = parseSettings({ zone: 'UTC' });
  if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
  return parsed.settings;
}

async function forgetDays(client: Client, scope: string, days: readonly Day[]): Promise<void> {
  for (const source of benchSources) await forgetCounts(client, source, scope, days, 1);
}

async function benchTime(client: Client, print: Print, signal: AbortSignal): Promise<void> {
  const tasks: CountTask[] = [];
  for (const source of benchSources) tasks.push(await taskOf(client, source, signal));
  const scopes: string[] = [];
  const newScope = (): string => {
    scopes.push(`bench-${process.pid}-${Date.now()}-${scopes.length}`);
    return scopes[scopes.length - 1] ?? '';
  };
  const analysis: Analysis = { client, settings: benchSettings(), signal };
  const keptScope = newScope();
  await keepTraining(analysis, tasks, keptScope);
  const before = async (): Promise<void> => {
    // A new day is counted once: nothing of it is in Elasticsearch's cache of answers.
    await client.indices.clearCache({ index: BENCH_INDEX, request: true }, { signal });
    await forgetDays(client, keptScope, [BENCH_DAY]);
  };
  const oneByOne = benchSources.map((source) => [source]);
  const [raw = NaN, alone = NaN, single = NaN, whole = NaN, afterKept = NaN] = await mediansOf(
    [
      () => countRaw(client, day),
      () => countAlone(client, tasks, signal),
      () => countWhole(analysis, newScope(), oneByOne, 0),
      () => countWhole(analysis, newScope(), [benchSources], 0),
      () => countWhole(analysis, keptScope, [benchSources], TRAINING_DAYS),
    ],
    before,
  );
  let read = 0;
  const reading = await millisecondsOf(async () => (read = await countByReading(client, day)));
  if (read !== BENCH_DOCUMENTS) throw new Error(`the bench read ${read} documents only`);
  print(`Counting a day of ${BENCH_DOCUMENTS.toLocaleString('en-US')} documents, 200 series:`);
  print(line('one raw aggregation', raw));
  print(line('us, the counts', alone, `${times(alone, raw)} (aim: at most 1.3)`));
  const aim = '(aim: at most 1.15, or 60 ms)';
  print(line('us, with checks and keeping', whole, `${times(whole, raw)} ${aim}`));
  const kept = `us, the same after ${TRAINING_DAYS} kept days`;
  print(line(kept, afterKept, `${times(afterKept, raw)} ${aim}`));
  print(line('us, with checks and keeping, sources one by one', single, times(single, raw)));
  const slower = `${(reading / whole).toFixed(0)} times slower than us (aim: at least 40)`;
  print(line("the talk's way: reading every document", reading, slower));
  for (const scope of scopes) await forgetDays(client, scope, [BENCH_DAY]);
  await forgetDays(client, keptScope, trainingDays);
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
  const { signal } = sharedStop();
  await makeCountsIndex(client);
  try {
    await makeBenchLogs(client, signal);
    await benchTime(client, print, signal);
  } finally {
    await client.indices.delete({ index: BENCH_INDEX, ignore_unavailable: true });
  }
  await benchMemory(client, print, signal);
}
