import { lengthPenalty } from './score_windows';
import { SAFE, type LeastSquares } from './measure_windows';
import { type WindowRoom } from './window_room';
import { deviationsFor } from '../tails/normal_tail';
import { LONGEST } from './windows';

/** How far out windows must be to reach a score if they were normal. */
export function leastSquaresFor(score: number): LeastSquares {
  return Float64Array.from({ length: LONGEST + 1 }, (_, length) =>
    length === 0 ? 0 : SAFE * deviationsFor(score + lengthPenalty(length)) ** 2,
  );
}

/**
 * Whether a measured window may reach a score: most cannot, and need no computation of the tail.
 *
 * No count above its mean is rarer than a normal number as many deviations out, and none below it
 * is rarer than one with the square mean / count times as large.
 *
 * @param least see `leastSquaresFor`
 */
export function mayReach(
  { counts, means, variances }: WindowRoom,
  number: number,
  length: number,
  least: LeastSquares,
): boolean {
  const count = counts[number] ?? 0;
  const mean = means[number] ?? 0;
  const variance = variances[number] ?? 0;
  const square = (count - mean) * (count - mean);
  const needed = (least[length] ?? 0) * variance;
  return count > mean ? square >= needed : square * mean >= needed * count;
}
