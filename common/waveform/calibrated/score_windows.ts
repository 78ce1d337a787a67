import { HOURS_PER_DAY } from '../../time';
import { signedSurprisal } from './tails/count_tail';
import { log } from './tails/logarithm';
import { varianceOf, type Noise } from './noise';
import { standardize } from './togetherness';
import { LONGEST, WINDOWS, type Windows } from './windows';

const { abs, max, sqrt } = Math;
// Copies: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const HOURS = HOURS_PER_DAY;
const ALL_WINDOWS = WINDOWS;
const signedSurprisalOf = signedSurprisal;
const variance = varianceOf;

/** A quiet rest of the day makes no hour expect less than this share of its usual count. */
const LEAST_SHARE = 0.2;
/** An hour of a window carries its share from this part of an equal share on. */
const CARRIED_SHARE = 0.35;

/** A window this near to what is expected of it, in variances, scores next to nothing. */
const NEAR = 2;

/** A day's counts beside what is expected of them. */
export interface DayCounts {
  /** 24 counts, NaN where not known. */
  readonly counts: Float64Array;
  /** 24 expected counts, each above 0. */
  readonly expected: Float64Array;
}

/**
 * Windows' counts against what is expected of them once the rest of the day is known, by number of
 * the window: room that is used again for each day.
 */
export interface WindowRoom {
  readonly counts: Float64Array;
  readonly means: Float64Array;
  readonly variances: Float64Array;
  /** −log₁₀ of the chance of a count as far out, less the penalty for the length; NaN if not scored. */
  readonly scores: Float64Array;
  /** 1 where more came than expected. */
  readonly isHigh: Uint8Array;
  /** By hour: its residual, what it hears from the others, its standard deviation. */
  readonly z: Float64Array;
  readonly said: Float64Array;
  readonly deviations: Float64Array;
}

/** Room for the windows of a day, to be used again. */
export function roomForWindows(): WindowRoom {
  const [counts, means, variances, scores] = [0, 0, 0, 0].map(
    () => new Float64Array(WINDOWS.length),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const [z, said, deviations] = [0, 0, 0].map(() => new Float64Array(HOURS)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const isHigh = new Uint8Array(WINDOWS.length);
  return { counts, means, variances, scores, isHigh, z, said, deviations };
}

/** A window may begin at any of its hours and was one of several lengths: log₁₀(2 · length). */
const LENGTH_PENALTIES = Float64Array.from({ length: LONGEST + 1 }, (_, length) =>
  length <= 1 ? 0 : log(2 * length) / Math.LN10,
);

/** What is taken off the score of a window of so many hours. */
export function lengthPenalty(length: number): number {
  return LENGTH_PENALTIES[length] ?? 0;
}

/** Inverse times residuals: what each hour hears from all others. */
function hear(inverse: Float64Array, z: Float64Array, out: Float64Array): void {
  for (let row = 0; row < HOURS; row += 1) {
    let sum = 0;
    for (let hour = 0; hour < HOURS; hour += 1) {
      sum += (inverse[row * HOURS + hour] ?? 0) * (z[hour] ?? 0);
    }
    out[row] = sum;
  }
}

/**
 * Works out the count, the mean and the variance of each tested window of a day, given the rest of
 * the day.
 *
 * @param room where they are written, by number of the window
 */
export function measureWindows(
  { counts, expected }: DayCounts,
  noise: Noise,
  { numbers, shared }: Windows,
  room: WindowRoom,
): void {
  const { z, said, deviations } = room;
  for (let hour = 0; hour < HOURS; hour += 1) {
    deviations[hour] = sqrt(variance(noise, expected[hour] ?? 0, hour));
  }
  if (shared !== undefined) {
    standardize(counts, expected, 0, deviations, z);
    hear(shared.inverse, z, said);
  }
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    const window = ALL_WINDOWS[number];
    if (window === undefined || !window.isTested) continue;
    const { from, length, place } = window;
    let count = 0;
    let usual = 0;
    let mean = 0;
    let spread = 0;
    for (let row = 0; row < length; row += 1) {
      const hour = from + row;
      const own = expected[hour] ?? 0;
      const scatter = deviations[hour] ?? 0;
      count += counts[hour] ?? 0;
      usual += own;
      if (shared === undefined) {
        mean += own;
        spread += scatter * scatter;
        continue;
      }
      const { covariances } = shared;
      const start = place + row * length;
      let excused = z[hour] ?? 0;
      for (let column = 0; column < length; column += 1) {
        const covariance = covariances[start + column] ?? 0;
        excused -= covariance * (said[from + column] ?? 0);
        spread += covariance * scatter * (deviations[from + column] ?? 0);
      }
      mean += max(LEAST_SHARE * own, own + excused * scatter);
    }
    room.counts[number] = count;
    room.means[number] = mean;
    // Where the rest of the day says "less", chance has less to work with, too.
    room.variances[number] = spread * (mean / usual);
  }
}

/** Whether a window that was measured is near to what is expected of it, or not known. */
export function isNear({ counts, means, variances }: WindowRoom, number: number): boolean {
  const excess = (counts[number] ?? 0) - (means[number] ?? 0);
  return !(excess * excess >= NEAR * (variances[number] ?? 0));
}

/** Scores a window that was measured. */
export function scoreWindow(room: WindowRoom, number: number, length: number): number {
  const { counts, means, variances } = room;
  const signed = signedSurprisalOf(counts[number] ?? 0, means[number] ?? 0, variances[number] ?? 0);
  const score = abs(signed) - (LENGTH_PENALTIES[length] ?? 0);
  room.scores[number] = score;
  room.isHigh[number] = signed > 0 ? 1 : 0;
  return score;
}

/**
 * Scores the windows that were measured; those that are near to what is expected are left out, but
 * for single hours: they are shown.
 */
export function scoreWindows({ numbers }: Windows, room: WindowRoom): void {
  const { scores } = room;
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    const window = ALL_WINDOWS[number];
    if (window === undefined || !window.isTested) continue;
    if (window.length > 1 && isNear(room, number)) scores[number] = NaN;
    else scoreWindow(room, number, window.length);
  }
}

/**
 * Whether an hour of a window pulls the way the window does, and carries its share of it.
 *
 * @param excess events more (or fewer, below 0) than expected in the window
 */
export function carriesItsShare(
  { counts, expected }: DayCounts,
  length: number,
  excess: number,
  isHigh: boolean,
  hour: number,
): boolean {
  if (length === 1) return true;
  const own = (counts[hour] ?? 0) - (expected[hour] ?? 0);
  if (own > 0 !== isHigh) return false;
  return abs(own) >= (CARRIED_SHARE * abs(excess)) / length;
}
