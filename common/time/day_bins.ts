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
export function binsOf({ columns, from: start }: LocalDay): Bins {
  let interval = 0;
  for (const { ranges } of columns) {
    for (const { from, to } of ranges) {
      interval = greatestCommonDivisor(interval, from - start);
      interval = greatestCommonDivisor(interval, to - start);
    }
  }
  return { interval, offset: start % interval };
}

/**
 * Maps bins to the hours of the day.
 *
 * @returns a function from the start of a bin (milliseconds since 1970 UTC) to the hour 0 to 23, or
 * undefined for an instant outside the day
 */
export function columnFinder(localDay: LocalDay): (instant: number) => number | undefined {
  const { from: start, columns } = localDay;
  const { interval } = binsOf(localDay);
  const binAt = (instant: number): number => Math.floor((instant - start) / interval);
  const hours: number[] = [];
  columns.forEach(({ ranges }, hour) => {
    for (const { from, to } of ranges) {
      for (let bin = binAt(from); bin < binAt(to); bin += 1) hours[bin] = hour;
    }
  });
  return (instant) => hours[binAt(instant)];
}
