import { signedSurprisal } from '../tails/count_tail';
import { log } from '../tails/logarithm';
import { NEAR as NEAR_VARIANCES } from './measure_windows';
import type { DayCounts, WindowRoom } from './window_room';
import { LONGEST, WINDOWS, type Windows } from './windows';

const { abs } = Math;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const ALL_WINDOWS = WINDOWS;
const NEAR = NEAR_VARIANCES;
const signedSurprisalOf = signedSurprisal;

/** An hour of a window carries its share if it has at least this part of an equal share. */
const CARRIED_SHARE = 0.35;

/** A window may begin at any of its hours and has one of several lengths: log₁₀(2 · length). */
const LENGTH_PENALTIES = Float64Array.from({ length: LONGEST + 1 }, (_, length) =>
  length <= 1 ? 0 : log(2 * length) / Math.LN10,
);

/** The penalty on the score of a window with this many hours. */
export function lengthPenalty(length: number): number {
  return LENGTH_PENALTIES[length] ?? 0;
}

/** Whether a measured window is close to its expected count, or not known. */
export function isNear({ counts, means, variances }: WindowRoom, number: number): boolean {
  const excess = (counts[number] ?? 0) - (means[number] ?? 0);
  return !(excess * excess >= NEAR * (variances[number] ?? 0));
}

/** Scores a measured window. */
export function scoreWindow(room: WindowRoom, number: number, length: number): number {
  const { counts, means, variances } = room;
  const signed = signedSurprisalOf(counts[number] ?? 0, means[number] ?? 0, variances[number] ?? 0);
  const score = abs(signed) - (LENGTH_PENALTIES[length] ?? 0);
  room.scores[number] = score;
  room.isHigh[number] = signed > 0 ? 1 : 0;
  return score;
}

/**
 * Scores the measured windows. Those close to their expected count are left out, except for single
 * hours, which are shown.
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
 * Whether an hour of a window has the direction of the window, and carries its share of it.
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
