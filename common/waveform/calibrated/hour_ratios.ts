import { HOURS_PER_DAY } from '../../time';
import { FAR_OUT_SQUARED, leastVarianceOf, type Noise } from './noise';

const { max } = Math;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const MOST = FAR_OUT_SQUARED;
const HOURS = HOURS_PER_DAY;
const leastVariance = leastVarianceOf;

/** With fewer expected events, nothing can be said about their scatter … */
const LEAST_EXPECTED = 0.1;
/** … nor with fewer days. */
const LEAST_DAYS = 5;

/**
 * How much noisier each hour is than all of them together: the mean of its squared residuals,
 * capped, as far as hours differ by more than chance makes them (James and Stein, 1961). An hour
 * with a job that slips does not make quiet hours look noisy.
 *
 * @param pooled the noise of all hours, even: the variance of an hour is that of its expected count
 * @param counts days × 24, NaN if unknown
 * @param expected what was expected of each, without the day itself
 * @param means where the 24 ratios are written
 */
export function hourRatios(
  { unit, spread }: Noise,
  counts: Float64Array,
  expected: Float64Array,
  means: Float64Array = new Float64Array(HOURS),
): Float64Array {
  const end = counts.length;
  means.fill(1);
  let difference = 0;
  let chance = 0;
  for (let hour = 0; hour < HOURS; hour += 1) {
    let sum = 0;
    let squares = 0;
    let days = 0;
    for (let at = hour; at < end; at += HOURS) {
      const usual = expected[at] ?? 0;
      const residual = (counts[at] ?? 0) - usual;
      if (residual !== residual || usual < LEAST_EXPECTED) continue;
      const scatter = leastVariance(unit, usual) + spread * (usual * usual);
      const square = (residual * residual) / scatter;
      const capped = square < MOST ? square : MOST;
      sum += capped;
      squares += capped * capped;
      days += 1;
    }
    if (days < LEAST_DAYS) continue;
    const mean = sum / days;
    means[hour] = mean;
    difference += (mean - 1) * (mean - 1);
    chance += max(0, squares / days - mean * mean) / (days - 1);
  }
  const weight = difference > chance ? 1 - chance / difference : 0;
  for (let hour = 0; hour < HOURS; hour += 1) {
    const mean = means[hour] ?? 1;
    means[hour] = 1 + weight * (mean - 1);
  }
  return means;
}
