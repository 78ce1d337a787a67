import { HOURS_PER_DAY } from '../../time';
import { varianceOf, type Noise } from './noise';
import { LEAST_EXPECTED } from './usual_day';

const { max, min, sqrt } = Math;
const { isNaN: isUnknown } = Number;
// A copy: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const HOURS = HOURS_PER_DAY;

/** A residual tells its neighbors no more than this, in standard deviations. */
const MOST_TOLD = 2.5;
/** Hours further apart than this share only the day. */
const FAR_APART = 6;
/** So many days are needed before half of a measured correlation is believed. */
const DAYS_OF_DOUBT = 12;
const NEGLIGIBLE = 0.01;
const MOST_BY_DAY = 0.9;
const MOST_TOGETHER = 0.95;
/** Below this nothing can be said about how fast it fades. */
const LEAST_FADING = 0.02;

/**
 * How the hours of a day rise and fall together: the correlation of two hours k apart is
 * day + near · fade^(k−1).
 */
export interface Togetherness {
  readonly day: number;
  readonly near: number;
  readonly fade: number;
}

/**
 * Writes the residuals of a day in standard deviations, capped, so that an attack in one hour does
 * not excuse another; 0 where the count is not known, and where nothing is expected and nothing came.
 */
export function standardize(
  counts: ArrayLike<number>,
  expected: ArrayLike<number>,
  at: number,
  noise: Noise,
  out: Float64Array,
): void {
  for (let hour = 0; hour < HOURS; hour += 1) {
    const usual = expected[at + hour] ?? 0;
    const count = counts[at + hour] ?? NaN;
    const isEmpty = count === 0 && usual <= LEAST_EXPECTED;
    const z = (count - usual) / sqrt(varianceOf(noise, usual, hour));
    out[hour] = isEmpty || isUnknown(z) ? 0 : max(-MOST_TOLD, min(MOST_TOLD, z));
  }
}

function clamp(value: number, most: number): number {
  return max(0, min(most, value));
}

/** Adds the products of a day's residuals with those `gap` hours later, by gap. */
function addProducts(z: Float64Array, products: Float64Array): void {
  for (let gap = 0; gap < HOURS; gap += 1) {
    let sum = 0;
    for (let hour = gap; hour < HOURS; hour += 1) sum += (z[hour] ?? 0) * (z[hour - gap] ?? 0);
    products[gap] = (products[gap] ?? 0) + sum;
  }
}

/** Sums of products of residuals that are 0, 1 … 23 hours apart, over all days. */
function productsByGap(counts: Float64Array, expected: Float64Array, noise: Noise): Float64Array {
  const z = new Float64Array(HOURS);
  const products = new Float64Array(HOURS);
  for (let at = 0; at < counts.length; at += HOURS) {
    standardize(counts, expected, at, noise, z);
    addProducts(z, products);
  }
  return products;
}

/** The mean product over some gaps as a correlation, shrunk where days are few. */
function correlation(products: Float64Array, days: number, from: number, to: number): number {
  const square = (products[0] ?? 0) / (days * HOURS);
  let [sum, pairs] = [0, 0];
  for (let gap = from; gap <= to; gap += 1) {
    sum += products[gap] ?? 0;
    pairs += days * (HOURS - gap);
  }
  return (sum / pairs / square) * (days / (days + DAYS_OF_DOUBT));
}

/**
 * Measures how hours rise and fall together over the training days, shrunk toward not at all where
 * days are few. A day that is loud as a whole is then no alarm: each hour excuses the others.
 *
 * @param counts days × 24, NaN where not known
 * @param expected what was expected of each, the day itself left out
 * @returns undefined where hours are as good as independent
 */
export function measureTogetherness(
  counts: Float64Array,
  expected: Float64Array,
  noise: Noise,
): Togetherness | undefined {
  const days = counts.length / HOURS;
  const products = productsByGap(counts, expected, noise);
  if (!((products[0] ?? 0) > 0)) return undefined;
  const day = clamp(correlation(products, days, FAR_APART, HOURS - 1), MOST_BY_DAY);
  const near = clamp(correlation(products, days, 1, 1) - day, MOST_TOGETHER - day);
  if (day <= NEGLIGIBLE && near <= NEGLIGIBLE) return undefined;
  const fade = near > LEAST_FADING ? (correlation(products, days, 2, 2) - day) / near : 0;
  return { day, near, fade: clamp(fade, MOST_TOGETHER) };
}
