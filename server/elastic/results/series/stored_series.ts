import { createHash } from 'node:crypto';
import type { DrawnSeries, SeriesRecord } from '../../../app/assessing';

/**
 * The version of the rows of a block (`SeriesRecord`). Raise it when these change, and convert the
 * rows of earlier versions where blocks are read. Versions 1 and 2 have the same rows.
 */
export const SERIES_VERSION = 2;

/** A part of a source's series on a day: a document of `logwave-series`, about 600 kB. */
export interface SeriesBlock<Row = SeriesRecord> {
  /** Absent in the first version, which has no `firsts` either. */
  readonly version?: number;
  readonly scope: string;
  readonly run_id: string;
  readonly day: string;
  readonly source: string;
  /** Blocks belong together if it is the same. */
  readonly attempt: string;
  readonly block: number;
  readonly blocks: number;
  /**
   * In the first block: the first subtype of each block. Subtypes ascend by their UTF-16 units from
   * block to block; absent if they do not.
   */
  readonly firsts?: readonly string[];
  readonly series: readonly Row[];
}

/** The place of the rows that reports draw: next to the blocks, which are counted from 0. */
export const DRAWN_PLACE = -1;

/** The most unusual series of a source, so that a report need not read the blocks. */
export interface DrawnBlock extends Omit<SeriesBlock, 'series' | 'firsts'> {
  readonly drawn: readonly DrawnSeries[];
}

/** The id of a block: the same for the same run, source and place. */
export function seriesBlockId(runId: string, source: string, block: number): string {
  const text = JSON.stringify([source, block]);
  return `${runId}:${createHash('sha256').update(text).digest('base64url')}`;
}

/** The place of the block that holds a subtype, if any does. @param firsts ascending */
export function blockOf(firsts: readonly string[], subtype: string): number {
  const after = firsts.findIndex((first) => first > subtype);
  return Math.max(0, (after === -1 ? firsts.length : after) - 1);
}
