/** Further out than this many standard deviations an hour tells nothing about the usual noise. */
export const FAR_OUT = 5;
export const FAR_OUT_SQUARED = FAR_OUT * FAR_OUT;

/** However steady training was, a count may differ by 4.5 %, and by a third of Poisson noise. */
const LEAST_SPREAD = 0.002;
const LEAST_UNIT = 0.1;
const MOST_SPREAD = 20;
const SMALLEST_TRIED = 1e-4;
const HALVINGS = 14;
/** An hour with fewer expected events than this says little about spread. */
const TELLING_COUNT = 1;

/** How counts scatter around their expected value m: with the variance unit · m + spread · m². */
export interface Noise {
  /** 1 for random events; less for what is steadier than chance, such as heartbeats. */
  readonly unit: number;
  /** What is added by days and hours being unequal. */
  readonly spread: number;
}

/** What is assumed before anything is known. */
export const FIRST_GUESS: Noise = { unit: 1, spread: 0.05 };

/** The variance of a count with the expected value `mean`. */
export function varianceOf({ unit, spread }: Noise, mean: number): number {
  return unit * mean + spread * mean * mean;
}

/** Mean of the capped squares of standardised residuals, the more telling hours first. */
function meanSquare(counts: Float64Array, expected: Float64Array, spread: number): number {
  let sum = 0;
  let weights = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const mean = expected[at] ?? 0;
    const residual = (counts[at] ?? Number.NaN) - mean;
    if (Number.isNaN(residual)) continue;
    const square = (residual * residual) / (mean + spread * mean * mean);
    const weight = mean / (mean + TELLING_COUNT);
    sum += weight * Math.min(square, FAR_OUT_SQUARED);
    weights += weight;
  }
  return weights === 0 ? 1 : sum / weights;
}

/**
 * Estimates the noise of a series: the spread at which squared standardised residuals are 1 on
 * average, each counting 25 at most, so that one odd day widens nothing. Where even Poisson noise is
 * more than is seen, the spread is 0 and the unit below 1.
 *
 * @param counts days × 24, NaN where not known
 * @param expected what was expected of each, the day itself left out; above 0
 */
export function estimateNoise(counts: Float64Array, expected: Float64Array): Noise {
  const poisson = meanSquare(counts, expected, 0);
  if (poisson <= 1) return { unit: Math.max(poisson, LEAST_UNIT), spread: LEAST_SPREAD };
  let [low, high] = [Math.log(SMALLEST_TRIED), Math.log(MOST_SPREAD)];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (meanSquare(counts, expected, Math.exp(middle)) > 1) low = middle;
    else high = middle;
  }
  return { unit: 1, spread: Math.max(Math.exp(high), LEAST_SPREAD) };
}
