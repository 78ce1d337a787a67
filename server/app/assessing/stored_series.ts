import type { SeriesRecord } from './series_record';

/** The series of one source on the day of a run, as it was stored. */
export interface StoredSeries<Row> {
  readonly run_id: string;
  readonly source: string;
  readonly series: readonly Row[];
}

/** The part of an unusual series that a report draws. */
export const DRAWN_FIELDS = [
  'source',
  'subtype',
  'today',
  'usual',
  'inner',
  'outer',
  'top',
] as const satisfies readonly (keyof SeriesRecord)[];

export type DrawnSeries = Pick<SeriesRecord, (typeof DRAWN_FIELDS)[number]>;

/** The most unusual series of a source, as they were stored for reports. */
export interface DrawnSource {
  readonly run_id: string;
  readonly source: string;
  /** The attempt at the run that has stored them. */
  readonly attempt: string;
  readonly series: readonly DrawnSeries[];
}
