import { HOURS_PER_DAY } from '../../time';
import { varianceOf, type Noise } from './noise';
import { LEAST_EXPECTED } from './usual_day';

const { max, min, sqrt } = Math;
const { isNaN: isUnknown } = Number;
// Copies: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const HOURS = HOURS_PER_DAY;
const LEAST = LEAST_EXPECTED;
const variance = varianceOf;

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
 *
 * @param at where the day begins in the counts and in what is expected
 * @param deviations 24 standard deviations
 */
export function standardize(
  counts: ArrayLike<number>,
  expected: ArrayLike<number>,
  at: number,
  deviations: Float64Array,
  out: Float64Array,
): void {
  for (let hour = 0; hour < HOURS; hour += 1) {
    const usual = expected[at + hour] ?? 0;
    const count = counts[at + hour] ?? NaN;
    const isEmpty = count === 0 && usual <= LEAST;
    const z = (count - usual) / (deviations[hour] ?? 1);
    out[hour] = isEmpty || isUnknown(z) ? 0 : max(-MOST_TOLD, min(MOST_TOLD, z));
  }
}

function clamp(value: number, most: number): number {
  return max(0, min(most, value));
}

/**
 * Adds the products of a day's residuals with those `gap` hours later, by gap: four gaps at a time,
 * since each step of one sum waits for the step before.
 *
 * @param z 24 residuals
 * @param products 24 sums, added to
 */
function addProducts(z: Float64Array, products: Float64Array): void {
  for (let gap = 0; gap < HOURS; gap += 4) {
    const own = (z[gap] ?? 0) * (z[0] ?? 0);
    const two = (z[gap + 1] ?? 0) * (z[0] ?? 0);
    const three = (z[gap + 2] ?? 0) * (z[0] ?? 0);
    let sum = own + (z[gap + 1] ?? 0) * (z[1] ?? 0);
    sum += (z[gap + 2] ?? 0) * (z[2] ?? 0);
    let second = two + (z[gap + 2] ?? 0) * (z[1] ?? 0);
    let third = three;
    let fourth = 0;
    for (let hour = gap + 3; hour < HOURS; hour += 1) {
      const later = z[hour] ?? 0;
      sum += later * (z[hour - gap] ?? 0);
      second += later * (z[hour - gap - 1] ?? 0);
      third += later * (z[hour - gap - 2] ?? 0);
      fourth += later * (z[hour - gap - 3] ?? 0);
    }
    products[gap] = (products[gap] ?? 0) + sum;
    products[gap + 1] = (products[gap + 1] ?? 0) + second;
    products[gap + 2] = (products[gap + 2] ?? 0) + third;
    products[gap + 3] = (products[gap + 3] ?? 0) + fourth;
  }
}

/** Sums of products of residuals that are 0, 1 … 23 hours apart, over all days. */
function productsByGap(counts: Float64Array, expected: Float64Array, noise: Noise): Float64Array {
  const z = new Float64Array(HOURS);
  const deviations = new Float64Array(HOURS);
  const products = new Float64Array(HOURS);
  for (let at = 0; at < counts.length; at += HOURS) {
    for (let hour = 0; hour < HOURS; hour += 1) {
      deviations[hour] = sqrt(variance(noise, expected[at + hour] ?? 0, hour));
    }
    standardize(counts, expected, at, deviations, z);
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
