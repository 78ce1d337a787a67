import { exp, log } from './logarithm';

const { max } = Math;
const { isNaN: isUnknown } = Number;

/** Further out than this many standard deviations an hour tells nothing about the usual noise. */
export const FAR_OUT = 5;
export const FAR_OUT_SQUARED = FAR_OUT * FAR_OUT;

/** However steady training was, a count may differ by 4.5 %, and by a third of Poisson noise. */
const LEAST_SPREAD = 0.002;
const LEAST_UNIT = 0.1;
const MOST_SPREAD = 20;
/** Halvings of the range that is searched: the spread is found to 1 %. */
const HALVINGS = 10;
/** An hour with fewer expected events than this says little about spread. */
const TELLING_COUNT = 1;

/** How counts scatter around their expected value m: with the variance u · m + spread · m². */
export interface Noise {
  /**
   * What u comes to where many events are expected: 1 for random events, less for what is steadier
   * than chance, such as heartbeats. Where few are expected u is nearer to 1: a schedule of one
   * event an hour does not make a single event at another hour ten times as rare.
   */
  readonly unit: number;
  /** What is added by days and hours being unequal. */
  readonly spread: number;
}

/** What is assumed before anything is known. */
export const FIRST_GUESS: Noise = { unit: 1, spread: 0.05 };

/** The variance of a count with the expected value `mean`. */
export function varianceOf({ unit, spread }: Noise, mean: number): number {
  const steadiness = ((1 - unit) * mean) / (mean + TELLING_COUNT);
  return (1 - steadiness) * mean + spread * mean * mean;
}

/** What estimating needs of the hours that are known: side by side, so that it can be quick. */
interface Residuals {
  readonly expected: Float64Array;
  readonly squares: Float64Array;
  /** How telling each hour is. */
  readonly weights: Float64Array;
  readonly known: number;
  readonly weight: number;
}

function residualsOf(counts: Float64Array, expected: Float64Array): Residuals {
  const squares = new Float64Array(counts.length);
  const weights = new Float64Array(counts.length);
  const means = new Float64Array(counts.length);
  let [known, weight] = [0, 0];
  for (let at = 0; at < counts.length; at += 1) {
    const mean = expected[at] ?? 0;
    const residual = (counts[at] ?? 0) - mean;
    if (isUnknown(residual)) continue;
    means[known] = mean;
    squares[known] = residual * residual;
    weights[known] = mean / (mean + TELLING_COUNT);
    weight += mean / (mean + TELLING_COUNT);
    known += 1;
  }
  return { expected: means, squares, weights, known, weight };
}

/** Mean of the capped squares of standardised residuals. */
function meanSquare(
  { expected, squares, weights, known, weight }: Residuals,
  spread: number,
): number {
  let sum = 0;
  for (let at = 0; at < known; at += 1) {
    const mean = expected[at] ?? 0;
    const square = (squares[at] ?? 0) / (mean + spread * mean * mean);
    sum += (weights[at] ?? 0) * (square < FAR_OUT_SQUARED ? square : FAR_OUT_SQUARED);
  }
  return weight === 0 ? 1 : sum / weight;
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
  const residuals = residualsOf(counts, expected);
  const poisson = meanSquare(residuals, 0);
  if (poisson <= 1) return { unit: max(poisson, LEAST_UNIT), spread: LEAST_SPREAD };
  let [low, high] = [log(LEAST_SPREAD), log(MOST_SPREAD)];
  if (meanSquare(residuals, LEAST_SPREAD) <= 1) return { unit: 1, spread: LEAST_SPREAD };
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (meanSquare(residuals, exp(middle)) > 1) low = middle;
    else high = middle;
  }
  return { unit: 1, spread: exp(high) };
}
