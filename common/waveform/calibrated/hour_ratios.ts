import { HOURS_PER_DAY } from '../../time';
import { FAR_OUT_SQUARED, leastVarianceOf, type Noise } from './noise';

const { max, min } = Math;
const { isNaN: isUnknown } = Number;
// Copies: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const MOST = FAR_OUT_SQUARED;
const HOURS = HOURS_PER_DAY;
const leastVariance = leastVarianceOf;

/** Where fewer events are expected nothing can be said about their scatter … */
const LEAST_EXPECTED = 0.1;
/** … nor from fewer days. */
const LEAST_DAYS = 5;

/** Squared residuals over the variance, by hour: their sum, the sum of their squares, how many. */
interface HourSquares {
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  readonly days: Float64Array;
}

/** @param noise even, so that the variance of an hour is that of its expected count alone */
function hourSquares(
  { unit, spread }: Noise,
  counts: Float64Array,
  expected: Float64Array,
): HourSquares {
  const sums = new Float64Array(HOURS);
  const squares = new Float64Array(HOURS);
  const days = new Float64Array(HOURS);
  for (let start = 0; start < counts.length; start += HOURS) {
    for (let hour = 0; hour < HOURS; hour += 1) {
      const mean = expected[start + hour] ?? 0;
      const residual = (counts[start + hour] ?? 0) - mean;
      if (isUnknown(residual) || mean < LEAST_EXPECTED) continue;
      const variance = leastVariance(unit, mean) + spread * (mean * mean);
      const square = min((residual * residual) / variance, MOST);
      sums[hour] = (sums[hour] ?? 0) + square;
      squares[hour] = (squares[hour] ?? 0) + square * square;
      days[hour] = (days[hour] ?? 0) + 1;
    }
  }
  return { sums, squares, days };
}

/**
 * How much noisier each hour is than the noise of all of them together: the mean of its squared
 * residuals, capped, as far as hours differ by more than chance makes them (James and Stein, 1961).
 * The hours of a job that slips need not make quiet hours look noisy.
 *
 * @param pooled the noise of all hours, even
 * @param counts days × 24, NaN where not known
 * @param expected what was expected of each, the day itself left out
 */
export function hourRatios(
  pooled: Noise,
  counts: Float64Array,
  expected: Float64Array,
): Float64Array {
  const { sums, squares, days } = hourSquares(pooled, counts, expected);
  const means = new Float64Array(HOURS).fill(1);
  let [difference, chance] = [0, 0];
  for (let hour = 0; hour < HOURS; hour += 1) {
    const known = days[hour] ?? 0;
    if (known < LEAST_DAYS) continue;
    const mean = (sums[hour] ?? 0) / known;
    means[hour] = mean;
    difference += (mean - 1) ** 2;
    chance += max(0, (squares[hour] ?? 0) / known - mean * mean) / (known - 1);
  }
  const weight = difference > chance ? 1 - chance / difference : 0;
  for (let hour = 0; hour < HOURS; hour += 1) {
    const mean = means[hour] ?? 1;
    means[hour] = 1 + weight * (mean - 1);
  }
  return means;
}
