import type { Client } from '../client';
import type { Day } from '../../../common/time';
import { HourTable, SeriesNames, type SourceDay } from '../../../common/waveform/hours';
import {
  collectOneSeries,
  type CountsOwner,
  type KeptDays,
  type SeriesCollector,
} from '../../app/counting';
import { blockId, blocksOf, isBlockOf, SERIES_PER_BLOCK, type CountsBlock } from './counts_block';
import { COUNTS_INDEX } from './counts_mapping';
import {
  type BlockStore,
  IncompleteAnswer,
  isPassingTrouble,
  readWhole,
  RefusedWrite,
  refusalReason,
  bulkPatiently,
  type BulkOperation,
} from '../asking';
/**
 * A block of 500 series is about 50 kB. Pieces of about one megabyte can be freed before the next is
 * read. With larger ones, reading a month of 10,000 series takes 100 MB more. This many are the days of
 * a month before its last week, where each of them is one block.
 */
const BLOCKS_PER_REQUEST = 24;

function chunksOf<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / BLOCKS_PER_REQUEST);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * BLOCKS_PER_REQUEST, (index + 1) * BLOCKS_PER_REQUEST),
  );
}

/** The blocks of `logwave-counts` for a source as it is defined now. */
function countsBlocks(owner: CountsOwner, isAhead: boolean): BlockStore<Day, CountsBlock> {
  return {
    index: COUNTS_INDEX,
    perRequest: BLOCKS_PER_REQUEST,
    isAhead,
    idOf: (day, block) => blockId(owner, day, block),
    blockIn: (document) => (isBlockOf(owner, document) ? document : undefined),
    stampOf: ({ content }) => content,
  };
}

/** A day while its blocks come in. */
interface KeptDay {
  readonly first: Omit<CountsBlock, 'series'>;
  readonly collector: SeriesCollector;
}

/** Keeps every series of each day. */
function collectAll(): (first: CountsBlock) => SeriesCollector {
  // The same names come with every day, so one copy of them is enough.
  const names = new SeriesNames();
  return ({ blocks, series: rows }) => {
    const table = new HourTable(blocks === 1 ? rows.length : blocks * SERIES_PER_BLOCK, names);
    return {
      add: (subtype, hours) => table.addHours(subtype, hours),
      series() {
        table.trim();
        return table;
      },
    };
  };
}

function sourceDayOf({ first, collector }: KeptDay): SourceDay {
  const { source, day, zone, documents, without_subtype } = first;
  return { source, day, zone, series: collector.series(), documents, without_subtype };
}

async function readDays(
  client: Client,
  store: BlockStore<Day, CountsBlock>,
  days: readonly Day[],
  collect: (first: CountsBlock) => SeriesCollector,
  signal: AbortSignal,
): Promise<Map<Day, SourceDay>> {
  const kept = new Map<Day, KeptDay>();
  const take = (day: Day, block: CountsBlock): void => {
    const { series, ...first } = block;
    const keptDay = kept.get(day) ?? { first, collector: collect(block) };
    kept.set(day, keptDay);
    for (const [subtype, hours] of series) keptDay.collector.add(subtype, hours);
  };
  const whole = new Set(await readWhole(client, store, days, take, signal));
  return new Map(
    [...kept].flatMap(([day, keptDay]) => (whole.has(day) ? [[day, sourceDayOf(keptDay)]] : [])),
  );
}

/** The reason of a refusal, in a phrase; throws any other error. */
function refusalOf(error: unknown): string {
  const isOurs = error instanceof IncompleteAnswer || error instanceof RefusedWrite;
  const reason = isOurs ? error.message : refusalReason(error);
  if (reason === undefined) throw error;
  return reason;
}

async function readKept(
  client: Client,
  store: BlockStore<Day, CountsBlock>,
  days: readonly Day[],
  collect: (first: CountsBlock) => SeriesCollector,
  signal: AbortSignal,
): Promise<KeptDays> {
  try {
    return { days: await readDays(client, store, days, collect, signal), problem: null };
  } catch (error) {
    const problem = `kept counts cannot be read: ${refusalOf(error)}`;
    return { days: new Map(), problem, ...(isPassingTrouble(error) ? { is_passing: true } : {}) };
  }
}

/**
 * Reads the kept days of a source as it is defined now, in few requests and as they are at this
 * moment. If a block of a day is missing, or comes from another count, the day counts as not kept.
 *
 * @throws errors of the connection, and the abort
 */
export async function readKeptCounts(
  client: Client,
  owner: CountsOwner,
  days: readonly Day[],
  signal: AbortSignal,
): Promise<KeptDays> {
  return readKept(client, countsBlocks(owner, false), days, collectAll(), signal);
}

/**
 * The same days as one series needs them: all others come as one.
 *
 * @param key of the series; null if only the whole source is wanted
 * @throws as `readKeptCounts`
 */
export async function readKeptSeries(
  client: Client,
  owner: CountsOwner,
  key: string | null,
  days: readonly Day[],
  signal: AbortSignal,
): Promise<KeptDays> {
  return readKept(client, countsBlocks(owner, true), days, () => collectOneSeries(key), signal);
}

async function writeBlocks(
  client: Client,
  owner: CountsOwner,
  blocks: readonly CountsBlock[],
  signal: AbortSignal,
): Promise<void> {
  for (const chunk of chunksOf(blocks)) {
    const operations = chunk.map((block): BulkOperation => [
      { index: { _id: blockId(owner, block.day, block.block) } },
      block,
    ]);
    const [refused] = await bulkPatiently(client, { index: COUNTS_INDEX }, operations, signal);
    if (refused !== undefined) throw new RefusedWrite(refused.reason);
  }
}

/**
 * Stores the counts of days, replacing earlier ones. Doing it twice changes nothing.
 *
 * The first block of a day, which says how many there are, comes last: a write that stops halfway
 * leaves blocks that do not belong together, which count as not kept.
 *
 * @returns why the counts cannot be kept, in a phrase, or null when all of them are
 * @throws errors of the connection, and the abort
 */
export async function keepCounts(
  client: Client,
  owner: CountsOwner,
  days: readonly SourceDay[],
  countedAt: Date,
  signal: AbortSignal,
): Promise<string | null> {
  const blocks = days.flatMap((counts) => blocksOf(owner, counts, countedAt).reverse());
  try {
    await writeBlocks(client, owner, blocks, signal);
    return null;
  } catch (error) {
    return `counts cannot be kept: ${refusalOf(error)}`;
  }
}
