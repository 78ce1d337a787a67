import { hourStretches } from '../hours';
import type { TrainingTable } from './training_table';

/** This many hours without an event are a silence on any day, if no hour was without one before. */
const LEAST_HOURS = 6;

/**
 * The hours of a day in which a series is silent that never paused before: the only possible
 * assessment before any day of its class was seen.
 *
 * @param counts 24 counts, NaN if unknown
 * @returns the counts of these hours, NaN for all others; undefined if there are none
 */
export function silentWithoutPause(
  counts: Float64Array,
  { counts: trained }: TrainingTable,
): Float64Array | undefined {
  if (trained.some((count) => count === 0)) return undefined;
  const empty = Array.from(counts.keys()).filter((hour) => counts[hour] === 0);
  const long = hourStretches(empty).filter(({ from, to }) => to - from >= LEAST_HOURS);
  if (long.length === 0) return undefined;
  const isSilent = (hour: number): boolean =>
    long.some(({ from, to }) => hour >= from && hour < to);
  return counts.map((count, hour) => (isSilent(hour) ? count : NaN));
}
