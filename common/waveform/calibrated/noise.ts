import type { HourStretch, Range } from '../hours';

const { max, sqrt } = Math;

/** Further out than this many standard deviations, an hour says nothing about the usual noise. */
export const FAR_OUT = 5;
export const FAR_OUT_SQUARED = FAR_OUT * FAR_OUT;

/** However steady training was, a count may differ by 4.5 %. */
export const LEAST_SPREAD = 0.002;
/** An hour with fewer expected events than this says little about spread. */
export const TELLING_COUNT = 1;

/**
 * How counts scatter around their expected value m: with the variance r · (u · m + spread · m²).
 */
export interface Noise {
  /**
   * The limit of u for many expected events: 1 for random events, less for what is steadier than
   * chance, such as heartbeats. With few expected events, u is closer to 1: a schedule of one event
   * an hour does not make a single event at another hour ten times as rare.
   */
  readonly unit: number;
  /** What the differences between days and hours add. */
  readonly spread: number;
  /**
   * r, one an hour: how much noisier an hour is than others; 1 if the differences may be chance.
   */
  readonly ratios: Float64Array;
}

const ALIKE = new Float64Array(24).fill(1);

/** Noise whose hours differ by these ratios. All noises are made here: then code that reads them is fast. */
export function unevenNoise(unit: number, spread: number, ratios: Float64Array): Noise {
  return { unit, spread, ratios };
}

/** The same noise with a list of its own, which stays as it is. */
export function keptNoise({ unit, spread, ratios }: Noise): Noise {
  return unevenNoise(unit, spread, ratios.slice());
}

/** Noise that is the same at every hour. */
export function evenNoise(unit: number, spread: number): Noise {
  return unevenNoise(unit, spread, ALIKE);
}

/** What is assumed before anything is known. */
export const FIRST_GUESS: Noise = evenNoise(1, 0.05);

/** u(m) · m, the variance of a count without any spread. @param mean m, 0 or more */
export function leastVarianceOf(unit: number, mean: number): number {
  // If the unit is not below 1, no division is needed.
  if (unit === 1) return mean;
  return (1 - ((1 - unit) * mean) / (mean + TELLING_COUNT)) * mean;
}

/**
 * The variance of a count with the expected value `mean` at an hour, at least the allowed minimum.
 */
export function varianceOf({ unit, spread, ratios }: Noise, mean: number, hour: number): number {
  const least = leastVarianceOf(unit, mean);
  const square = mean * mean;
  const own = (ratios[hour] ?? 1) * (least + spread * square);
  const steady = least + (spread < LEAST_SPREAD ? spread : LEAST_SPREAD) * square;
  return own > steady ? own : steady;
}

/** Half of all normal numbers are within this many standard deviations, and 19 in 20. */
const HALF = 0.67449;
const NEARLY_ALL = 1.95996;

/** What is usual over some hours. Both ranges contain the expected count. */
export interface UsualRanges {
  /** Half of such counts are in it. */
  readonly inner: Range;
  /** 19 in 20 of such counts are in it. */
  readonly outer: Range;
}

function around(mean: number, deviations: number): Range {
  return [max(0, mean - deviations), mean + deviations];
}

/**
 * On a day that is noisy as a whole, hours are noisy together, so their noise is that of one count.
 */
function varianceOver(noise: Noise, mean: number, { from, to }: HourStretch): number {
  let sum = 0;
  for (let hour = from; hour < to; hour += 1) sum += varianceOf(noise, mean, hour);
  return sum / (to - from);
}

/**
 * The ranges of the model over some hours: from what it expects there and from the noise that it
 * has learned. The surprise comes from the same two numbers, so line, bands and verdict agree.
 *
 * @param expected 24 counts
 */
export function usualRanges(
  noise: Noise,
  expected: readonly number[],
  stretch: HourStretch,
): UsualRanges {
  let mean = 0;
  for (let hour = stretch.from; hour < stretch.to; hour += 1) mean += expected[hour] ?? 0;
  const deviation = sqrt(varianceOver(noise, mean, stretch));
  return { inner: around(mean, HALF * deviation), outer: around(mean, NEARLY_ALL * deviation) };
}

/** Noise with variances this many times as large. */
export function noisierBy({ unit, spread, ratios }: Noise, times: number): Noise {
  return unevenNoise(
    unit,
    spread,
    ratios.map((ratio) => ratio * times),
  );
}
