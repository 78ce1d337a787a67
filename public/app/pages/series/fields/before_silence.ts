import { least } from '../../../../../common/lists';
import type { Day } from '../../../../../common/time';
import type { Hours, SeriesAnswer, SeriesView } from '../model/series_view';

/** The hours with the last lines before a silence. */
export interface BeforeSilence {
  readonly day: Day;
  /** All hours that may hold them. */
  readonly hours: readonly number[];
}

const hasEvents = (counts: Hours): boolean => counts.some((count) => (count ?? 0) > 0);

/**
 * The hours before a series fell silent, on its day or else on the latest training day with events.
 *
 * @returns undefined if it is not silent, or had no event before
 */
export function beforeSilence(
  { finding }: SeriesView,
  { head, row, training }: Pick<SeriesAnswer, 'head' | 'row' | 'training'>,
): BeforeSilence | undefined {
  if (finding?.verdict !== 'silent') return undefined;
  const first = least(finding.flagged.map(({ hour }) => hour));
  if (hasEvents(row.today.slice(0, first))) {
    return { day: head.day, hours: Array.from({ length: first }, (_, hour) => hour) };
  }
  const before = [...training].reverse().find(({ counts }) => hasEvents(counts));
  return before && { day: before.day, hours: before.counts.map((_, hour) => hour) };
}
