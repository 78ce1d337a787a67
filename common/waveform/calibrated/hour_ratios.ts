import { HOURS_PER_DAY } from '../../time';
import { FAR_OUT_SQUARED, leastVarianceOf, type Noise } from './noise';

const { max } = Math;
const { isNaN: isUnknown } = Number;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const MOST = FAR_OUT_SQUARED;
const HOURS = HOURS_PER_DAY;
const leastVariance = leastVarianceOf;

/** With fewer expected events, nothing can be said about their scatter … */
const LEAST_USUAL = 0.1;
/** … nor with fewer days. */
const LEAST_KNOWN_DAYS = 5;

/** Written for one series after the other. */
const ERRORS = new Float64Array(HOURS);

/**
 * How far a mean square that was estimated may be believed, from 0 to 1: as far as chance does not
 * explain how far it is from what is assumed without it (James and Stein, 1961).
 *
 * @param difference the sum of squared differences
 * @param chance the sum of squared standard errors
 */
function belief(difference: number, chance: number): number {
  return difference > chance ? 1 - chance / difference : 0;
}

/**
 * How much noisier each hour is than the noise of all of them: the mean of its squared residuals,
 * capped, as far as hours differ by more than chance makes them. What most hours have in common
 * counts, too: where a loud job decides the noise, quiet hours are steadier than it says.
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
  const errors = ERRORS;
  let hours = 0;
  let sumOfMeans = 0;
  let sumOfErrors = 0;
  for (let hour = 0; hour < HOURS; hour += 1) {
    let sum = 0;
    let squares = 0;
    let days = 0;
    for (let at = hour; at < end; at += HOURS) {
      const usual = expected[at] ?? 0;
      const residual = (counts[at] ?? 0) - usual;
      if (residual !== residual || usual < LEAST_USUAL) continue;
      const scatter = leastVariance(unit, usual) + spread * (usual * usual);
      const square = (residual * residual) / scatter;
      const capped = square < MOST ? square : MOST;
      sum += capped;
      squares += capped * capped;
      days += 1;
    }
    means[hour] = NaN;
    if (days < LEAST_KNOWN_DAYS) continue;
    const mean = sum / days;
    means[hour] = mean;
    errors[hour] = max(0, squares / days - mean * mean) / (days - 1);
    hours += 1;
    sumOfMeans += mean;
    sumOfErrors += errors[hour] ?? 0;
  }
  const all = sumOfMeans / max(1, hours) - 1;
  const common = 1 + all * belief(all * all, sumOfErrors / max(1, hours * hours));
  let difference = 0;
  for (let hour = 0; hour < HOURS; hour += 1) {
    const mean = means[hour] ?? NaN;
    if (!isUnknown(mean)) difference += (mean - common) * (mean - common);
  }
  const weight = belief(difference, sumOfErrors);
  for (let hour = 0; hour < HOURS; hour += 1) {
    const mean = means[hour] ?? NaN;
    means[hour] = isUnknown(mean) ? 1 : common + weight * (mean - common);
  }
  return means;
}
