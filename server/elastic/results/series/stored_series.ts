import { createHash } from 'node:crypto';
import type { SeriesRecord } from '../../../app/assessing';

/** Raise it when what is stored changes, and read all versions before in `recordsOf`. */
export const SERIES_VERSION = 2;

type Hours<T> = readonly T[];
interface StoredBand {
  readonly low: Hours<number | null>;
  readonly high: Hours<number | null>;
}

/** A series as `logwave-series` holds it, rounded; lists have a value for each hour of the day. */
export interface StoredSeriesRow {
  readonly source: string;
  readonly subtype: string;
  readonly name: string;
  readonly code: string;
  readonly state: 'unusual' | 'usual' | 'not_judged' | 'below_floor';
  readonly reason: string | null;
  readonly today: Hours<number | null>;
  readonly total: number;
  readonly usual: Hours<number> | null;
  readonly usual_total: number | null;
  readonly inner: StoredBand | null;
  readonly outer: StoredBand | null;
  readonly top: number;
  readonly surprise: number | null;
  readonly by_hour: Hours<number | null> | null;
  readonly difference: number | null;
  readonly spectrum: {
    readonly today: readonly number[];
    readonly usual: readonly number[];
  } | null;
  readonly basis: string;
  readonly basis_days: readonly string[];
  readonly omitted_days: readonly string[];
}

/** A part of a source's series on a day: a document of `logwave-series`, about 600 kB. */
export interface SeriesBlock<Row = StoredSeriesRow> {
  /** Absent in the first version, which has no `firsts` either. */
  readonly version?: number;
  readonly scope: string;
  readonly run_id: string;
  readonly day: string;
  readonly source: string;
  /** Blocks belong together when theirs is the same. */
  readonly attempt: string;
  readonly block: number;
  readonly blocks: number;
  /**
   * In the first block: the first subtype of each block. Subtypes ascend by their UTF-16 units from
   * block to block; absent where they do not.
   */
  readonly firsts?: readonly string[];
  readonly series: readonly Row[];
}

/** The id of a block: the same for the same run, source and place. */
export function seriesBlockId(runId: string, source: string, block: number): string {
  const text = JSON.stringify([source, block]);
  return `${runId}:${createHash('sha256').update(text).digest('base64url')}`;
}

/** Records as they are stored. */
export function storedRows(records: readonly SeriesRecord[]): readonly StoredSeriesRow[] {
  return records;
}

/** The records of a block of any version, or those of their fields that were read. */
export function recordsOf<Field extends keyof StoredSeriesRow>({
  series,
}: Pick<SeriesBlock<Pick<StoredSeriesRow, Field>>, 'version' | 'series'>): readonly Pick<
  SeriesRecord,
  Field
>[] {
  // Versions 1 and 2 have the same rows.
  return series;
}

/** The place of the block that holds a subtype, if any does. @param firsts ascending */
export function blockOf(firsts: readonly string[], subtype: string): number {
  const after = firsts.findIndex((first) => first > subtype);
  return Math.max(0, (after === -1 ? firsts.length : after) - 1);
}
