import type { DayColumn } from '../../time';
import type { HourCount } from './series_case';

/** How long the hours of a day last, in hours. All last an hour if absent. */
export type Lengths = readonly Pick<DayColumn, 'length'>[];

/** How long an hour of the day lasts. */
export function lengthOf(columns: Lengths, hour: number): number {
  return columns[hour]?.length ?? 1;
}

/**
 * Events as they were logged in an hour, of a count for an hour that lasts one hour: see
 * `hourlyCounts`. None is logged in an hour that the clock skips.
 */
function loggedIn(count: number, length: number): number {
  return length === 1 ? count : Math.round(count * length);
}

/** The known events of a day as they were logged; null if no hour is known. */
export function knownEvents(counts: readonly HourCount[], columns: Lengths): number | null {
  let events: number | null = null;
  counts.forEach((count, hour) => {
    if (count !== null) events = (events ?? 0) + loggedIn(count, lengthOf(columns, hour));
  });
  return events;
}
