import type { Floors, Settings } from '../../settings';
import { clockChange, type Day } from '../../time';
import { floorsOf } from './floors';

/** What is known of a series on a day beside its counts. */
export interface SeriesContext {
  /** Days before the tested one on which the source is known to have logged; all when not said. */
  readonly source_days?: number;
  /** Training days that are unknown since a closed index may hold their documents. */
  readonly closed_days?: number;
  /** Hours by which the clock changed on the day or in the week before: 1 where it went forward. */
  readonly clock_change?: number;
  /** Below them nothing unusual is a finding. */
  readonly floors?: Floors;
}

/** Which source, on which day of which zone. */
export interface SourceOfDay {
  readonly source: string;
  readonly day: Day;
  readonly zone: string;
  /** Days before the tested one on which the source is known to have logged. */
  readonly source_days: number;
  /** Training days that are unknown since a closed index may hold their documents. */
  readonly closed_days?: number;
}

/**
 * Gathers what a method gets about the series of a source, besides their counts.
 *
 * @returns what is known of a subtype
 */
export function seriesContexts(
  { source, day, zone, source_days, closed_days = 0 }: SourceOfDay,
  settings: Pick<Settings, 'floors' | 'series'>,
): (subtype: string) => SeriesContext {
  const clock_change = clockChange(day, zone);
  const floors = floorsOf(settings, source);
  return (subtype) => ({ source_days, closed_days, clock_change, floors: floors(subtype) });
}
