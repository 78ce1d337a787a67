import { HOURS_PER_DAY } from '../../../time';
import { varianceOf, type Noise } from '../noise';
import { LEAST_EXPECTED } from '../usual_day';

const { max, min, sqrt } = Math;
const { isNaN: isUnknown } = Number;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;
const LEAST = LEAST_EXPECTED;
const variance = varianceOf;

/** The largest residual, in standard deviations, that influences other hours. */
const MOST_TOLD = 2.5;
/** Hours further apart than this have only the day in common. */
const FAR_APART = 6;
/** With this many days, half of a measured correlation is believed. */
const DAYS_OF_DOUBT = 12;
const NEGLIGIBLE = 0.01;
/** With a correlation of 1, the matrix of correlations would have no inverse. */
const MOST_BY_DAY = 0.9;
const MOST_TOGETHER = 0.95;
/** Below this, the speed at which it fades cannot be measured. */
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
 * not excuse another; 0 if the count is unknown, or if nothing is expected and nothing came.
 *
 * @param from where the day begins in all of these lists
 * @param deviations standard deviations
 */
export function standardize(
  counts: Float64Array,
  expected: Float64Array,
  from: number,
  deviations: Float64Array,
  out: Float64Array,
): void {
  for (let at = from; at < from + HOURS; at += 1) {
    const usual = expected[at] ?? 0;
    const count = counts[at] ?? NaN;
    const isEmpty = count === 0 && usual <= LEAST;
    const z = (count - usual) / (deviations[at] ?? 1);
    if (isEmpty || isUnknown(z)) out[at] = 0;
    else if (z > MOST_TOLD) out[at] = MOST_TOLD;
    else out[at] = z < -MOST_TOLD ? -MOST_TOLD : z;
  }
}

function clamp(value: number, most: number): number {
  return max(0, min(most, value));
}

/** Sums of products of residuals over all days. */
interface Products {
  /** Of each residual with itself. */
  own: number;
  /** With the one an hour before, and two hours before. */
  next: number;
  second: number;
  /** With all that are at least six hours before. */
  far: number;
}

/** Adds the products of a day's residuals: those far apart through the running sum of the earlier. */
function addProducts(z: Float64Array, from: number, products: Products): void {
  let { own, next, second, far } = products;
  let earlier = 0;
  let before = 0;
  let beforeThat = 0;
  for (let at = from; at < from + HOURS; at += 1) {
    const value = z[at] ?? 0;
    if (at >= from + FAR_APART) earlier += z[at - FAR_APART] ?? 0;
    own += value * value;
    next += value * before;
    second += value * beforeThat;
    far += value * earlier;
    beforeThat = before;
    before = value;
  }
  products.own = own;
  products.next = next;
  products.second = second;
  products.far = far;
}

/** Residuals of training days in standard deviations, days × 24 and more. */
export interface Standardized {
  readonly z: Float64Array;
  readonly deviations: Float64Array;
}

/** Memory for the residuals of this many days, to be reused. */
export function roomForStandardized(days: number): Standardized {
  return { z: new Float64Array(days * HOURS), deviations: new Float64Array(days * HOURS) };
}

function productsOf(
  counts: Float64Array,
  expected: Float64Array,
  noise: Noise,
  { z, deviations }: Standardized,
): Products {
  const products = { own: 0, next: 0, second: 0, far: 0 };
  for (let at = 0; at < counts.length; at += HOURS) {
    for (let hour = 0; hour < HOURS; hour += 1) {
      deviations[at + hour] = sqrt(variance(noise, expected[at + hour] ?? 0, hour));
    }
    standardize(counts, expected, at, deviations, z);
    addProducts(z, at, products);
  }
  return products;
}

/** How many pairs of hours of a day have these distances, summed over some distances. */
function pairsOf(from: number, to: number): number {
  let pairs = 0;
  for (let gap = from; gap <= to; gap += 1) pairs += HOURS - gap;
  return pairs;
}

const FAR_PAIRS = pairsOf(FAR_APART, HOURS - 1);
const NEXT_PAIRS = pairsOf(1, 1);
const SECOND_PAIRS = pairsOf(2, 2);

/**
 * Measures how hours rise and fall together over the training days, shrunk toward zero if there are
 * few days. Then a day that is high as a whole raises no alarm: each hour excuses the others.
 *
 * @param counts days × 24, NaN if unknown
 * @param expected what was expected of each, without the day itself
 * @param room where the residuals are written; reused for each series
 * @returns undefined if hours are almost independent
 */
export function measureTogetherness(
  counts: Float64Array,
  expected: Float64Array,
  noise: Noise,
  room: Standardized = roomForStandardized(counts.length / HOURS),
): Togetherness | undefined {
  const days = counts.length / HOURS;
  const { own, next, second, far } = productsOf(counts, expected, noise, room);
  if (!(own > 0)) return undefined;
  // A mean product divided by the mean square is a correlation. It is shrunk if there are few days.
  const scale = ((HOURS / own) * days) / (days + DAYS_OF_DOUBT);
  const day = clamp((far / FAR_PAIRS) * scale, MOST_BY_DAY);
  const near = clamp((next / NEXT_PAIRS) * scale - day, MOST_TOGETHER - day);
  if (day <= NEGLIGIBLE && near <= NEGLIGIBLE) return undefined;
  const fade = near > LEAST_FADING ? ((second / SECOND_PAIRS) * scale - day) / near : 0;
  return { day, near, fade: clamp(fade, MOST_TOGETHER) };
}
