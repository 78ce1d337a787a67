import type { Client } from '@elastic/elasticsearch';
import type { Day } from '../../../common/time';
import { HourTable, type SourceDay } from '../../../common/waveform/hours';
import type { CountsOwner, KeptDays } from '../../app/counting';
import { blockId, blocksOf, isBlockOf, SERIES_PER_BLOCK, type CountsBlock } from './counts_block';
import { COUNTS_INDEX } from './counts_mapping';
import {
  refusalReason,
  isPassingTrouble,
  patiently,
  bulkPatiently,
  type BulkOperation,
} from '../asking';
/**
 * A block of 500 series is about 50 kB. What is read in pieces of one megabyte is gone before the
 * next; with larger ones reading a month of 10,000 series takes 100 MB more.
 */
const BLOCKS_PER_REQUEST = 20;

interface BlockRef {
  readonly day: Day;
  readonly block: number;
}

/** A day while its blocks come in. */
interface KeptDay {
  readonly first: Omit<CountsBlock, 'series'>;
  readonly series: HourTable;
  missing: number;
}

function chunksOf<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / BLOCKS_PER_REQUEST);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * BLOCKS_PER_REQUEST, (index + 1) * BLOCKS_PER_REQUEST),
  );
}

const NOT_YET_CREATED = 'index_not_found_exception';

/** Thrown where single blocks cannot be read or written; the message is a phrase. */
class RefusedBlock extends Error {
  override readonly name = 'RefusedBlock';
}

/**
 * Reads blocks as they are at this moment, a few at a time; those that are not there are left out.
 *
 * @throws RefusedBlock
 */
async function* readBlocks(
  client: Client,
  owner: CountsOwner,
  refs: readonly BlockRef[],
  signal: AbortSignal,
): AsyncGenerator<CountsBlock> {
  for (const chunk of chunksOf(refs)) {
    const ids = chunk.map(({ day, block }) => blockId(owner, day, block));
    const request = { index: COUNTS_INDEX, ids };
    const { docs } = await patiently(() => client.mget<unknown>(request, { signal }), signal);
    for (const doc of docs) {
      if ('error' in doc) {
        if (doc.error.type === NOT_YET_CREATED) return;
        throw new RefusedBlock(doc.error.reason ?? doc.error.type);
      }
      if (isBlockOf(owner, doc._source)) yield doc._source;
    }
  }
}

/** Adds the block to its day, unless it stems from another count of that day. */
function addBlock(day: KeptDay | undefined, block: CountsBlock, names: Map<string, string>): void {
  if (day === undefined || day.first.content !== block.content) return;
  for (const [subtype, hours] of block.series) {
    // The same name comes with every day: one copy of it is enough.
    const name = names.get(subtype) ?? subtype;
    names.set(name, name);
    day.series.addHours(name, hours);
  }
  day.missing -= 1;
}

function sourceDayOf({ first, series }: KeptDay): SourceDay {
  const { source, day, zone, documents, without_subtype } = first;
  series.trim();
  return { source, day, zone, series, documents, without_subtype };
}

async function readDays(
  client: Client,
  owner: CountsOwner,
  days: readonly Day[],
  signal: AbortSignal,
): Promise<Map<Day, SourceDay>> {
  const names = new Map<string, string>();
  const kept = new Map<Day, KeptDay>();
  const further: BlockRef[] = [];
  const firstRefs = days.map((day) => ({ day, block: 0 }));
  for await (const block of readBlocks(client, owner, firstRefs, signal)) {
    const { series: rows, ...first } = block;
    const series = new HourTable(
      block.blocks === 1 ? rows.length : block.blocks * SERIES_PER_BLOCK,
    );
    kept.set(block.day, { first, series, missing: block.blocks });
    addBlock(kept.get(block.day), block, names);
    for (let next = 1; next < block.blocks; next += 1)
      further.push({ day: block.day, block: next });
  }
  for await (const block of readBlocks(client, owner, further, signal)) {
    addBlock(kept.get(block.day), block, names);
  }
  const whole = [...kept].filter(([, { missing }]) => missing === 0);
  return new Map(whole.map(([day, keptDay]) => [day, sourceDayOf(keptDay)]));
}

/** What was refused, in a phrase; throws any other error. */
function refusalOf(error: unknown): string {
  const reason = error instanceof RefusedBlock ? error.message : refusalReason(error);
  if (reason === undefined) throw error;
  return reason;
}

/**
 * Reads the days that were kept for a source as it is defined now, in few requests and as they are
 * at this moment. A day of which a block is missing, or stems from another count, is not kept.
 *
 * @throws errors of the connection, and the abort
 */
export async function readKeptCounts(
  client: Client,
  owner: CountsOwner,
  days: readonly Day[],
  signal: AbortSignal,
): Promise<KeptDays> {
  try {
    return { days: await readDays(client, owner, days, signal), problem: null };
  } catch (error) {
    // A block that is refused alone lies on a shard that does not answer.
    const isPassing = error instanceof RefusedBlock || isPassingTrouble(error);
    const problem = `kept counts cannot be read: ${refusalOf(error)}`;
    return { days: new Map(), problem, ...(isPassing ? { is_passing: true } : {}) };
  }
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
    if (refused !== undefined) throw new RefusedBlock(refused.reason);
  }
}

/**
 * Keeps a day's counts in place of those that were kept before; doing it twice changes nothing.
 *
 * The first block, which says how many there are, comes last: a write that stops half way leaves
 * blocks that do not belong together, which count as not kept.
 *
 * @returns why the counts cannot be kept, in a phrase, or null when they are
 * @throws errors of the connection, and the abort
 */
export async function keepCounts(
  client: Client,
  owner: CountsOwner,
  counts: SourceDay,
  countedAt: Date,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    await writeBlocks(client, owner, blocksOf(owner, counts, countedAt).reverse(), signal);
    return null;
  } catch (error) {
    return `counts cannot be kept: ${refusalOf(error)}`;
  }
}
