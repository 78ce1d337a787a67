import { log as logOf, log1p as log1pOf } from './logarithm';
import { normalSurprisal } from './normal_tail';

const { abs, max, min, sqrt } = Math;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const log = logOf;
const log1p = log1pOf;
const surprisalOf = normalSurprisal;

/** How far out a count is: in which tail, and how rare that tail is. */
export interface Tail {
  readonly isHigh: boolean;
  /** −log₁₀ of the chance of a count as far out or further, half of the count itself included. */
  readonly surprisal: number;
}

/** Between 0 and 1 event, the saddlepoint approximation does not work. */
const LEAST_COUNT = 0.25;
/** Nearer to the mean than this many standard deviations the correction is 0/0, and is 0. */
const AT_THE_MEAN = 1e-4;

/** log P(0) of a count with this mean and variance mean + spread · mean². */
function logOfZero(mean: number, spread: number): number {
  return spread === 0 ? -mean : -log1p(spread * mean) / spread;
}

/**
 * Nearer to the mean than this share of it, the deviance is computed by a series, elsewhere by two
 * logarithms.
 */
const NEAR_SHARE = 0.05;
/** Terms of that series: the next one is below the last digit. */
const NEAR_TERMS = 11;

/**
 * Half the deviance of a count next to its mean, over d² / (2 · variance): the series
 * 2 · Σ (−δ)^k · (1 + ρ + … + ρ^k) / ((k + 1)(k + 2)), with d = count − mean, δ = d / mean and
 * ρ = spread · mean / (1 + spread · mean). Its terms take no difference of large numbers.
 */
function nearFactor(share: number, ratio: number): number {
  let power = 1;
  let ratios = 1;
  let sum = 0.5;
  for (let k = 1; k <= NEAR_TERMS; k += 1) {
    power *= -share;
    ratios = 1 + ratio * ratios;
    sum += (power * ratios) / ((k + 1) * (k + 2));
  }
  return 2 * sum;
}

/**
 * Half the deviance of a count: how much less likely the mean makes it than its own value would.
 * The formula keeps canceling terms small compared with the result, even for a billion events.
 *
 * @param excess count − mean
 * @param outer 1 + spread · mean
 */
function halfDeviance(
  count: number,
  mean: number,
  spread: number,
  excess: number,
  outer: number,
): number {
  const share = excess / mean;
  if (abs(share) < NEAR_SHARE) {
    const ratio = (spread * mean) / outer;
    return (0.5 * excess * share * nearFactor(share, ratio)) / outer;
  }
  if (spread === 0) return count * log1p(share) - excess;
  const far = count * log1p(share / (1 + spread * count));
  return far - log1p((spread * excess) / outer) / spread;
}

/**
 * The signed root r of the deviance, corrected to r* = r + log(u/r)/r (Barndorff-Nielsen, 1986).
 *
 * With the saddlepoint s and its variance v, whole counts have u = (1 − e^−s)·√v for "as many or
 * more" and (e^s − 1)·√v for "more" (Lugannani and Rice, 1980); the mean of the two tails, the mid-p
 * value, has u = 2·tanh(s/2)·√v. Here e^s − 1 is a ratio that needs no exp.
 */
function standardized(count: number, mean: number, spread: number): number {
  const excess = count - mean;
  const outer = 1 + spread * mean;
  const own = 1 + spread * count;
  const r = sqrt(2 * max(0, halfDeviance(count, mean, spread, excess, outer)));
  if (r < AT_THE_MEAN) return excess < 0 ? -r : r;
  const saddle = excess / (mean * own);
  const u = ((2 * abs(saddle)) / (2 + saddle)) * sqrt(count * own);
  const correction = log(u / r) / r;
  return excess < 0 ? -(r + correction) : r + correction;
}

/**
 * The surprisal of a count (see `countTail`): above 0 if more came than expected, below 0 if less
 * did. It is one number, so that many can be computed without an object for each.
 */
export function signedSurprisal(count: number, mean: number, variance: number): number {
  const unit = min(1, variance / mean);
  const units = count / unit;
  const usual = mean / unit;
  const spread = unit < 1 ? 0 : (variance - mean) / (mean * mean);
  if (units <= 0) return -((Math.LN2 - logOfZero(usual, spread)) / Math.LN10);
  const z = standardized(max(units, LEAST_COUNT), usual, spread);
  return z > 0 ? surprisalOf(z) : -surprisalOf(-z);
}

/**
 * The tail of a count whose mean and variance are known: negative-binomial where the variance
 * exceeds the mean, else a Poisson count of units of variance/mean events.
 *
 * The mid-p value through the saddlepoint r*: within a few hundredths of the exact −log₁₀ p from one
 * event on, at any size, and continuous, so that counts per hour need not be whole. A count of 0 is
 * exact.
 *
 * @param count 0 or more
 * @param mean above 0
 * @param variance above 0
 */
export function countTail(count: number, mean: number, variance: number): Tail {
  const signed = signedSurprisal(count, mean, variance);
  return { isHigh: signed > 0, surprisal: abs(signed) };
}
