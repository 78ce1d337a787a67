import { HOURS_PER_DAY } from '../../../time';

const { floor, max, min } = Math;

/**
 * The hours of a day with a count between two expectations: more than one class of days has, and
 * fewer than the other.
 *
 * @param counts 24 counts, NaN if unknown
 */
export function hoursBetween(
  counts: Float64Array,
  one: Float64Array,
  other: Float64Array,
): number[] {
  const hours: number[] = [];
  for (let hour = 0; hour < HOURS_PER_DAY; hour += 1) {
    const count = counts[hour] ?? NaN;
    const [a, b] = [one[hour] ?? NaN, other[hour] ?? NaN];
    // No count is below a fraction of an event and above none.
    if (count >= floor(min(a, b)) && count <= max(a, b)) hours.push(hour);
  }
  return hours;
}
