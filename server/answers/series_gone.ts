import type { Run } from '../app/runs';

const SERIES_GONE =
  'The series of this day are no longer kept, so no rows are shown. Analyze the day again to see them. Retention in the settings says how long they are kept.';

/** The run, with a note if it stored series that no longer exist. */
export function notingGoneSeries(run: Run, rows: readonly unknown[]): Run {
  const isGone = run.series > 0 && rows.length === 0;
  return isGone ? { ...run, left_out: [SERIES_GONE, ...run.left_out] } : run;
}
