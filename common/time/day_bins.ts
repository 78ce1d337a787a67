import type { LocalDay } from './local_day';

/** Equal bins, counted from `offset` past each multiple of `interval`; both in milliseconds. */
export interface Bins {
  readonly interval: number;
  readonly offset: number;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/**
 * The widest equal bins that fit the beginnings and ends of all hours of the day: one hour on an
 * ordinary day, also in a half-hour zone; less if the clock changes by less than an hour.
 */
export function binsOf(localDay: LocalDay): Bins {
  const edges = localDay.columns.flatMap(({ ranges }) =>
    ranges.flatMap(({ from, to }) => [from, to]),
  );
  const interval = edges.reduce(
    (divisor, edge) => greatestCommonDivisor(divisor, edge - localDay.from),
    0,
  );
  return { interval, offset: localDay.from % interval };
}

/**
 * Maps bins to the hours of the day.
 *
 * @returns a function from the start of a bin (milliseconds since 1970 UTC) to the hour 0 to 23, or
 * undefined for an instant outside the day
 */
export function columnFinder(localDay: LocalDay): (instant: number) => number | undefined {
  const ranges = localDay.columns.flatMap((column, hour) =>
    column.ranges.map((range) => ({ ...range, hour })),
  );
  const { interval } = binsOf(localDay);
  const hours = new Map<number, number>();
  for (const { from, to, hour } of ranges) {
    for (let start = from; start < to; start += interval) hours.set(start, hour);
  }
  return (instant) =>
    hours.get(localDay.from + Math.floor((instant - localDay.from) / interval) * interval);
}
