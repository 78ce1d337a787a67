import { HOURS_PER_DAY } from '../../../time';

const { isNaN: isUnknown } = Number;

/** The nearest known count from an hour on, around the clock. @param step 1 for a later one, else −1 */
function nearestKnown(counts: Float64Array, hour: number, step: 1 | -1): number {
  for (let away = 1; away < HOURS_PER_DAY; away += 1) {
    const count = counts[(hour + away * step + HOURS_PER_DAY) % HOURS_PER_DAY] ?? NaN;
    if (!isUnknown(count)) return count;
  }
  return 0;
}

/**
 * A day as it may have been: unknown hours have the mean of the nearest known ones.
 *
 * @param counts 24, NaN if unknown
 * @param unknown the hours that are unknown
 * @returns 24 counts
 */
export function withMeans(counts: Float64Array, unknown: readonly number[]): Float64Array {
  const filled = counts.slice();
  for (const hour of unknown) {
    filled[hour] = (nearestKnown(counts, hour, -1) + nearestKnown(counts, hour, 1)) / 2;
  }
  return filled;
}
