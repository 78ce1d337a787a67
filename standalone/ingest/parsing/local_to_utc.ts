import { zoneOffsetAt, MS_PER_DAY, MS_PER_QUARTER } from '../../../common/time';

/** A hundred days of quarters. A file that jumps further needs a few more look-ups. */
const MAX_KEPT_QUARTERS = 10_000;

/**
 * The instant that a wall clock shows.
 *
 * If the clock is put back, a doubled time means its first occurrence. If it is put forward, a
 * skipped time is read with the offset before the change, so that 02:30 means what the clock then
 * shows as 03:30.
 *
 * @param wallClock the wall-clock time in milliseconds, as if the clock were at UTC
 * @returns milliseconds since 1970-01-01 UTC
 * @throws RangeError for an unknown zone
 */
export function localToUtc(wallClock: number, zone: string): number {
  const before = zoneOffsetAt(wallClock - MS_PER_DAY, zone);
  const after = zoneOffsetAt(wallClock + MS_PER_DAY, zone);
  const holds = (offset: number): boolean => zoneOffsetAt(wallClock - offset, zone) === offset;
  if (holds(before)) return wallClock - before;
  if (holds(after)) return wallClock - after;
  return wallClock - before;
}

/**
 * The same as localToUtc for one zone, with the offsets cached by quarters of an hour, since a log
 * needs the same few offsets again and again.
 */
export function createLocalClock(zone: string): (wallClock: number) => number {
  const offsets = new Map<number, number | undefined>();

  const offsetOfQuarter = (quarter: number): number | undefined => {
    const start = quarter * MS_PER_QUARTER;
    const end = start + MS_PER_QUARTER - 1;
    const offset = start - localToUtc(start, zone);
    return end - localToUtc(end, zone) === offset ? offset : undefined;
  };

  return (wallClock) => {
    const quarter = Math.floor(wallClock / MS_PER_QUARTER);
    if (!offsets.has(quarter)) {
      if (offsets.size >= MAX_KEPT_QUARTERS) offsets.clear();
      offsets.set(quarter, offsetOfQuarter(quarter));
    }
    const offset = offsets.get(quarter);
    return offset === undefined ? localToUtc(wallClock, zone) : wallClock - offset;
  };
}
