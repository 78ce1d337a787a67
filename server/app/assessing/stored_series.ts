/** The series of one source on the day of a run, as it was stored. */
export interface StoredSeries<Row> {
  readonly run_id: string;
  readonly source: string;
  readonly series: readonly Row[];
}
