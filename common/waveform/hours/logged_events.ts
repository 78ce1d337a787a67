import type { LoggedStretch, Range } from './finding';
import type { Lengths } from './hour_stretches';
import type { HourCount } from './series_case';

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

/** Events of some hours as they were logged; an unknown hour adds nothing. */
export function loggedOver(
  counts: readonly HourCount[],
  hours: readonly number[],
  columns: Lengths,
): number {
  return hours.reduce((sum, hour) => sum + loggedIn(counts[hour] ?? 0, lengthOf(columns, hour)), 0);
}

/**
 * How many events are usually logged in some hours for each that is counted there: 1, unless one of
 * them does not last an hour.
 *
 * @param usualDay 24 counts; null if nothing is usual: then hours weigh alike
 */
export function loggedPerCount(
  usualDay: readonly number[] | null,
  hours: readonly number[],
  columns: Lengths,
): number {
  const shown = hours.filter((hour) => lengthOf(columns, hour) > 0);
  if (shown.every((hour) => lengthOf(columns, hour) === 1)) return 1;
  const sumOf = (weights: (hour: number) => number): number =>
    shown.reduce((sum, hour) => sum + weights(hour), 0);
  const expected = sumOf((hour) => usualDay?.[hour] ?? 0);
  return expected === 0
    ? sumOf((hour) => lengthOf(columns, hour)) / shown.length
    : sumOf((hour) => (usualDay?.[hour] ?? 0) * lengthOf(columns, hour)) / expected;
}

/** A range of counts in events. */
export function timesRange([low, high]: Range, times: number): Range {
  return [low * times, high * times];
}

/** A stretch with the numbers of its sentence: events as they were logged. */
export function asLogged<Stretch extends { readonly logged?: Partial<LoggedStretch> | undefined }>(
  stretch: Stretch,
): Stretch {
  return stretch.logged === undefined ? stretch : { ...stretch, ...stretch.logged };
}
