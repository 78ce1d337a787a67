import { HOURS_PER_DAY } from '../../time';
import { countTail } from './tails/count_tail';
import { log } from './tails/logarithm';
import { varianceOf, type Noise } from './noise';
import { standardize } from './togetherness';
import { LONGEST, type Window, type Windows } from './windows';

const { abs, max, sqrt } = Math;
// A copy: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const HOURS = HOURS_PER_DAY;

/** A quiet rest of the day makes no hour expect less than this share of its usual count. */
const LEAST_SHARE = 0.2;
/** An hour of a window carries its share from this part of an equal share on. */
const CARRIED_SHARE = 0.35;

/** A window this near to what is expected of it, in variances, scores next to nothing. */
const NEAR = 2;

/** A window's count against what is expected once the rest of the day is known. */
export interface WindowScore {
  readonly window: Window;
  readonly isHigh: boolean;
  /** −log₁₀ of the chance of a count as far out, less the penalty for the length. */
  readonly score: number;
  /** Events more (or fewer, below 0) than expected. */
  readonly excess: number;
}

/** A day's counts beside what is expected of them. */
export interface DayCounts {
  /** 24 counts, NaN where not known. */
  readonly counts: Float64Array;
  /** 24 expected counts, each above 0. */
  readonly expected: Float64Array;
}

/** A window may begin at any of its hours and was one of several lengths: log₁₀(2 · length). */
const LENGTH_PENALTIES = Float64Array.from({ length: LONGEST + 1 }, (_, length) =>
  length <= 1 ? 0 : log(2 * length) / Math.LN10,
);

/** Inverse times residuals: what each hour hears from all others. */
function heard(inverse: Float64Array, z: Float64Array): Float64Array {
  const out = new Float64Array(HOURS);
  for (let row = 0; row < HOURS; row += 1) {
    let sum = 0;
    for (let hour = 0; hour < HOURS; hour += 1) {
      sum += (inverse[row * HOURS + hour] ?? 0) * (z[hour] ?? 0);
    }
    out[row] = sum;
  }
  return out;
}

/**
 * Scores the windows of a day one by one, in the order of `windows`; those that are near to what is
 * expected are left out.
 *
 * @param withNearHours whether single hours that are near are scored all the same: to be shown
 */
export function scoreWindows(
  { counts, expected }: DayCounts,
  noise: Noise,
  { windows, shared }: Windows,
  withNearHours: boolean,
  visit: (score: WindowScore) => void,
): void {
  const z = new Float64Array(HOURS);
  standardize(counts, expected, 0, noise, z);
  const said = shared === undefined ? undefined : heard(shared.inverse, z);
  const deviation = expected.map((usual, hour) => sqrt(varianceOf(noise, usual, hour)));
  for (const window of windows) {
    const { from, length, isTested, place } = window;
    if (!isTested) continue;
    let count = 0;
    let usual = 0;
    let mean = 0;
    let variance = 0;
    for (let row = 0; row < length; row += 1) {
      const hour = from + row;
      const own = expected[hour] ?? 0;
      const scatter = deviation[hour] ?? 0;
      count += counts[hour] ?? 0;
      usual += own;
      if (shared === undefined || said === undefined) {
        mean += own;
        variance += scatter * scatter;
        continue;
      }
      let excused = z[hour] ?? 0;
      for (let column = 0; column < length; column += 1) {
        const covariance = shared.covariances[place + row * length + column] ?? 0;
        excused -= covariance * (said[from + column] ?? 0);
        variance += covariance * scatter * (deviation[from + column] ?? 0);
      }
      mean += max(LEAST_SHARE * own, own + excused * scatter);
    }
    // Where the rest of the day says "less", chance has less to work with, too.
    variance *= mean / usual;
    const isNear = (count - mean) ** 2 < NEAR * variance;
    if (isNear && !(withNearHours && length === 1)) continue;
    const { isHigh, surprisal } = countTail(count, mean, variance);
    const score = surprisal - (LENGTH_PENALTIES[length] ?? 0);
    visit({ window, isHigh, score, excess: count - mean });
  }
}

/** Whether an hour of a window pulls the way the window does, and carries its share of it. */
export function carriesItsShare(
  { counts, expected }: DayCounts,
  { window, isHigh, excess }: WindowScore,
  hour: number,
): boolean {
  if (window.length === 1) return true;
  const own = (counts[hour] ?? 0) - (expected[hour] ?? 0);
  if (own > 0 !== isHigh) return false;
  return abs(own) >= (CARRIED_SHARE * abs(excess)) / window.length;
}
