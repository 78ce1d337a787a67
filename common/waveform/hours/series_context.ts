import type { Floors, Settings } from '../../settings';
import { clockChange, type Day } from '../../time';
import { floorsOf } from './floors';

/** Facts about a series on a day other than its counts. */
export interface SeriesContext {
  /** Days before the tested one on which the source is known to have logged; all if absent. */
  readonly source_days?: number;
  /** Training days that are unknown because a closed index may hold their documents. */
  readonly closed_days?: number;
  /** Hours by which the clock changed on the day or in the week before: 1 if it went forward. */
  readonly clock_change?: number;
  /** Below these minimums, nothing unusual is a finding. */
  readonly floors?: Floors;
}

/** Which source, on which day of which zone. */
export interface SourceOfDay {
  readonly source: string;
  readonly day: Day;
  readonly zone: string;
  /** Days before the tested one on which the source is known to have logged. */
  readonly source_days: number;
  /** Training days that are unknown because a closed index may hold their documents. */
  readonly closed_days?: number;
}

/**
 * Collects what a method needs about the series of a source, other than their counts.
 *
 * @returns the facts about a subtype
 */
export function seriesContexts(
  { source, day, zone, source_days, closed_days = 0 }: SourceOfDay,
  settings: Pick<Settings, 'floors' | 'series'>,
): (subtype: string) => SeriesContext {
  const clock_change = clockChange(day, zone);
  const floors = floorsOf(settings, source);
  return (subtype) => ({ source_days, closed_days, clock_change, floors: floors(subtype) });
}
