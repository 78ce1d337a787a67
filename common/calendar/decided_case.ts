import { judgedCase, type JudgedHours } from '../marks';
import type { SeriesCase } from '../waveform/hours';
import type { SourceCalendar } from './calendar_case';

/**
 * A series as a method gets it: with the judgments of the series, and the effect of calendars on
 * its source.
 *
 * @param judgments those in force for the series and the tested day
 */
export function decidedCase(
  seriesCase: SeriesCase,
  judgments: readonly JudgedHours[],
  calendar: Pick<SourceCalendar, 'applied'>,
): SeriesCase {
  return calendar.applied(judgedCase(seriesCase, judgments));
}
