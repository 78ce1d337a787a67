import { createHash } from 'node:crypto';
import { type Day, HOURS_PER_DAY } from '../../../common/time';
import type { SourceDay } from '../../../common/waveform/hours';
import { COUNTING_VERSION, type CountsOwner } from '../../app/counting';

// A name of its own: what is read through several modules is slow in a loop.
const DAY_HOURS = HOURS_PER_DAY;
export const SERIES_PER_BLOCK = 500;

/** A series: its subtype and its events in the 24 hours. */
export type SeriesRow = readonly [subtype: string, hours: readonly number[]];

/** A part of a counted day: a document of `logwave-counts`. */
export interface CountsBlock {
  readonly version: number;
  readonly scope: string;
  readonly source: string;
  readonly day: Day;
  readonly zone: string;
  /**
   * A digest of what decides which documents are counted, and how: equal exactly if that is equal.
   */
  readonly definition: string;
  /** Identifies the counts of the whole day. Blocks belong together if it is the same. */
  readonly content: string;
  /** ISO 8601 in UTC. */
  readonly counted_at: string;
  readonly block: number;
  readonly blocks: number;
  /** Of the whole day, as in all its blocks. */
  readonly documents: number;
  readonly without_subtype: number;
  readonly series: readonly SeriesRow[];
}

/** @param list without objects, since the order of their keys is not fixed */
function hashOf(list: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('base64url');
}

/** The id of a block: the same for the same owner, day and place in the day. */
export function blockId(
  { scope, source, zone, definition }: CountsOwner,
  day: Day,
  block: number,
): string {
  return hashOf([scope, source, zone, definition, day, block]);
}

/** Cuts a day into blocks of up to 500 series, in the order of their names; at least one. */
export function blocksOf(owner: CountsOwner, counts: SourceDay, countedAt: Date): CountsBlock[] {
  const { day, documents, without_subtype } = counts;
  const rows = [...counts.series].sort(([a], [b]) => (a < b ? -1 : 1));
  const content = hashOf([documents, without_subtype, rows]);
  const blocks = Math.max(1, Math.ceil(rows.length / SERIES_PER_BLOCK));
  return Array.from({ length: blocks }, (_, block) => ({
    version: COUNTING_VERSION,
    ...owner,
    day,
    content,
    counted_at: countedAt.toISOString(),
    block,
    blocks,
    documents,
    without_subtype,
    series: rows.slice(block * SERIES_PER_BLOCK, (block + 1) * SERIES_PER_BLOCK),
  }));
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && value >= 0;
}

function isRow(row: unknown): row is SeriesRow {
  if (!Array.isArray(row) || row.length !== 2 || typeof row[0] !== 'string') return false;
  const hours: unknown = row[1];
  if (!Array.isArray(hours) || hours.length !== DAY_HOURS) return false;
  // A loop: this is asked of millions of counts.
  for (let hour = 0; hour < DAY_HOURS; hour += 1) if (!isCount(hours[hour])) return false;
  return true;
}

/**
 * Whether a stored document is a block of this owner. Checked by hand, since a day may have 10,000
 * series.
 */
export function isBlockOf(owner: CountsOwner, value: unknown): value is CountsBlock {
  if (typeof value !== 'object' || value === null) return false;
  const block: Partial<Record<keyof CountsBlock, unknown>> = value;
  return (
    block.version === COUNTING_VERSION &&
    block.scope === owner.scope &&
    block.source === owner.source &&
    block.zone === owner.zone &&
    block.definition === owner.definition &&
    typeof block.day === 'string' &&
    typeof block.content === 'string' &&
    isCount(block.block) &&
    isCount(block.blocks) &&
    isCount(block.documents) &&
    isCount(block.without_subtype) &&
    Array.isArray(block.series) &&
    block.series.every(isRow)
  );
}
