import type { Settings } from '../../../common/settings';
import { addDays, dayAt, type Day } from '../../../common/time';
import { CHECKED_DAYS } from '../counting';

/** A run reads the counts of its training days, 92 at most, and of a few more days. */
const DAYS_READ_BY_A_RUN = 92 + CHECKED_DAYS;

/** The first days that are kept. Data of earlier days is removed. */
export interface RetentionLimits {
  /** Of counts, findings and runs. */
  readonly results: Day;
  /** Of series. */
  readonly series: Day;
}

/**
 * From which day on results and series are kept.
 *
 * @param atWork the days of active runs: they keep all that they may read or write
 */
export function retentionLimits(
  { zone, retention }: Pick<Settings, 'zone' | 'retention'>,
  atWork: readonly Day[],
  now: Date,
): RetentionLimits {
  const today = dayAt(now.getTime(), zone);
  const needed = atWork.map((day) => addDays(day, -DAYS_READ_BY_A_RUN));
  const firstOf = (days: number): Day => [addDays(today, -days), ...needed].sort()[0] ?? today;
  const { days, series_days: seriesDays } = retention;
  // Series cannot be viewed without their run.
  return { results: firstOf(days), series: firstOf(Math.min(days, seriesDays)) };
}
