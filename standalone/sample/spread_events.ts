import { MS_PER_HOUR, type DayColumn } from '../../common/time';
import type { Random } from './random';
import type { Spacing } from './stream';

/** Regular events are never exact: they may be off by this share of the step between two events. */
const JITTER = 0.1;
const JOB_SHARE = 0.5;

/** The positions of events within an hour, each from 0 to 1. */
function placesOf(count: number, spacing: Spacing, random: Random): number[] {
  return Array.from({ length: count }, (_, index) => {
    if (spacing === 'job') return JOB_SHARE * random.uniform();
    if (spacing === 'anywhere') return random.uniform();
    return (index + 0.5 + JITTER * (random.uniform() - 0.5)) / count;
  });
}

/** The instant at a position, 0 to 1, of an hour that may have two ranges. */
function instantAt({ ranges, length }: DayColumn, place: number): number {
  let left = Math.floor(place * length * MS_PER_HOUR);
  for (const { from, to } of ranges) {
    if (left < to - from) return from + left;
    left -= to - from;
  }
  throw new RangeError('an hour that the clock skips has no events');
}

/**
 * Distributes the events of a day within their hours.
 *
 * @param counts events of the 24 hours; an hour that the clock skips must have none
 * @returns milliseconds since 1970 UTC
 */
export function spreadEvents(
  counts: readonly number[],
  columns: readonly DayColumn[],
  spacing: Spacing,
  random: Random,
): number[] {
  return columns.flatMap((column, hour) =>
    placesOf(counts[hour] ?? 0, spacing, random).map((place) => instantAt(column, place)),
  );
}
