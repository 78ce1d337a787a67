import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Client } from '@elastic/elasticsearch';
import type { Source } from '../../common/sources/source';
import { daysBefore, type Day } from '../../common/time/day';
import { HOURS_PER_DAY, localDay, MS_PER_HOUR } from '../../common/time';
import { HourTable } from '../../common/waveform/hours/hour_table';
import { countsOwner } from '../../server/app/counting/counts_owner';
import { blockId, SERIES_PER_BLOCK } from '../../server/elastic/counting/counts_block';
import { COUNTS_INDEX } from '../../server/elastic/counting/counts_mapping';
import { keepCounts } from '../../server/elastic/counting/counts_store';
import { countsDay } from '../fixtures/counts_source';
import { BENCH_DAY } from './counting_logs';
import { manySeriesSource, type MemoryAnswer, type MemoryTask } from './counting_memory';

const INDEX = 'logwave-bench-many';
const SERIES = 10_000;
const TRAINING_DAYS = 31;
const BLOCKS = SERIES / SERIES_PER_BLOCK;
/** The engine frees memory when it likes: one measurement says little. */
const TIMES = 3;
const BYTES_PER_MB = 1_000_000;
/** Training days have 0 to 2 events an hour, much like the tested day: not all is unusual at once. */
const QUIET_EVENTS = 3;
/** One series in fifty was louder than it is now. */
const LOUD_EVERY = 50;
const LOUDER_BY = 9;
const NOW = new Date('2026-11-24T06:00Z');

const names = Array.from({ length: SERIES }, (_, place) => `signature ${place}`);

/** Removes counts that a bench kept. */
export async function forgetCounts(
  client: Client,
  source: Source,
  scope: string,
  days: readonly Day[],
  blocks: number,
): Promise<void> {
  const owner = countsOwner(source, 'UTC', scope);
  const ids = days.flatMap((day) =>
    Array.from({ length: blocks }, (_, block) => blockId(owner, day, block)),
  );
  const operations = ids.map((id) => ({ delete: { _id: id } }));
  await client.bulk({ index: COUNTS_INDEX, operations });
}

/** One event of each series in each hour of the tested day: 240,000 documents. */
async function makeLogs(client: Client): Promise<void> {
  await client.indices.delete({ index: INDEX, ignore_unavailable: true });
  const mappings = {
    properties: { '@timestamp': { type: 'date' }, severity: { type: 'keyword' } },
  } as const;
  const settings = { number_of_shards: 1, number_of_replicas: 0, refresh_interval: '-1' };
  await client.indices.create({ index: INDEX, mappings, settings });
  const { from } = localDay(BENCH_DAY, 'UTC');
  for (let hour = 0; hour < HOURS_PER_DAY; hour += 1) {
    const time = from + hour * MS_PER_HOUR;
    const operations = names.flatMap((severity) => [
      { index: {} },
      { '@timestamp': time, severity },
    ]);
    await client.bulk({ index: INDEX, operations });
  }
  await client.indices.refresh({ index: INDEX });
}

/** Keeps counts of the training days, as earlier analyses would have. */
async function keepTraining(client: Client, scope: string, signal: AbortSignal): Promise<void> {
  const owner = countsOwner(manySeriesSource(INDEX), 'UTC', scope);
  for (const [place, day] of daysBefore(BENCH_DAY, TRAINING_DAYS).entries()) {
    const series = new HourTable(SERIES);
    names.forEach((name, row) => {
      const louder = row % LOUD_EVERY === 0 ? LOUDER_BY : 0;
      for (let hour = 0; hour < HOURS_PER_DAY; hour += 1) {
        series.add(name, hour, louder + ((row + hour + place) % QUIET_EVENTS));
      }
    });
    const problem = await keepCounts(client, owner, [countsDay({ day, series })], NOW, signal);
    if (problem !== null) throw new Error(problem);
  }
}

/** Measures in a process of its own, whose memory holds nothing of what came before. */
async function measureApart(task: MemoryTask): Promise<MemoryAnswer> {
  const script = resolve(__dirname, 'counting_memory.ts');
  const child = spawn(process.execPath, ['-r', 'tsx/cjs', script, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`measuring memory ended with exit code ${code ?? 'none'}`);
  return JSON.parse(output) as MemoryAnswer;
}

function lineOf({ start_bytes: start, peak_bytes: peak, findings }: MemoryAnswer): string {
  const megabytes = (bytes: number): string => (bytes / BYTES_PER_MB).toFixed(0);
  const above = `${megabytes(peak - start)} MB above the ${megabytes(start)} MB at start`;
  return `  peak ${megabytes(peak)} MB, ${above} (aim: at most 80 MB above), ${findings} findings`;
}

/** Measures the memory that counting and assessing 10,000 series over 32 days takes. */
export async function benchMemory(
  client: Client,
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const node = client.connectionPool.connections[0]?.url.href;
  if (node === undefined) throw new Error('the client has no address');
  const scope = `bench-${process.pid}-${Date.now()}`;
  const task = { node, index: INDEX, scope, day: BENCH_DAY, days: TRAINING_DAYS };
  try {
    await makeLogs(client);
    await keepTraining(client, scope, signal);
    const count = SERIES.toLocaleString('en-US');
    print(`Memory for ${count} series over ${TRAINING_DAYS + 1} days, measured ${TIMES} times:`);
    for (let time = 0; time < TIMES; time += 1) {
      const measured = await measureApart(task);
      if (measured.series !== SERIES || measured.known_days !== TRAINING_DAYS + 1) {
        throw new Error(`the bench found ${measured.series} series on ${measured.known_days} days`);
      }
      print(lineOf(measured));
      // The next one counts the tested day as well.
      await forgetCounts(client, manySeriesSource(INDEX), scope, [BENCH_DAY], BLOCKS);
    }
  } finally {
    await client.indices.delete({ index: INDEX, ignore_unavailable: true });
    const days = [BENCH_DAY, ...daysBefore(BENCH_DAY, TRAINING_DAYS)];
    await forgetCounts(client, manySeriesSource(INDEX), scope, days, BLOCKS);
  }
}
