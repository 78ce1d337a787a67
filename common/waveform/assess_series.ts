import type { Settings } from '../settings/settings';
import type { DayColumn } from '../time/local_day';
import type { Assessment } from './assessment';
import type { SeriesCase } from './series_case';
import { assessTalk } from './talk/assess_talk';

/** What the settings say about judging a series. */
export type JudgingSettings = Pick<Settings, 'method' | 'talk' | 'training'>;

/**
 * Judges one series on one day by the method that the settings name.
 *
 * @param columns the 24 columns of the tested day: an hour that the clock skips is not judged
 * @throws RangeError for counts that are negative, infinite or not numbers
 */
export function assessSeries(
  seriesCase: SeriesCase,
  columns: readonly DayColumn[],
  settings: JudgingSettings,
): Assessment {
  return assessTalk(seriesCase, columns, settings);
}
