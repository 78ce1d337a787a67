import { greatest } from '../../../../../common/lists';
import type { Hours, SeriesView } from '../model/series_view';

/** The hour whose documents are shown. */
export interface ToldHour {
  readonly hour: number;
  /** Events as they were logged. */
  readonly events: number;
  readonly isFlagged: boolean;
}

/**
 * The hour that is worth reading: the most surprising flagged one, or the one with the most events
 * in a quiet series.
 *
 * @returns undefined if there is no document to read, as in a silent hour
 */
export function toldHour(
  { finding }: SeriesView,
  today: Hours,
  lengths: readonly number[],
): ToldHour | undefined {
  if (finding !== null) {
    const [strongest] = finding.flagged
      .filter(({ events }) => events > 0)
      .sort((a, b) => b.surprise - a.surprise || b.score - a.score);
    return strongest && { hour: strongest.hour, events: strongest.events, isFlagged: true };
  }
  const events = today.map((count, hour) => Math.round((count ?? 0) * (lengths[hour] ?? 1)));
  const most = greatest(events);
  return most === 0 ? undefined : { hour: events.indexOf(most), events: most, isFlagged: false };
}
