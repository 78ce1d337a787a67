import { HOURS_PER_DAY } from '../../time';
import { growInverse, invertToeplitz, makeIndependent } from './tails/matrix';
import type { Togetherness } from './togetherness';

export const LONGEST = 6;

/** A window of adjacent hours. */
export interface Window {
  readonly from: number;
  readonly length: number;
  /** Windows of 1, 2, 3, 4 and 6 hours are tested; those of 5 only lead to those of 6. */
  readonly isTested: boolean;
  /** Where its covariance stands among those of all windows: length × length numbers. */
  readonly place: number;
}

/** What the hours of a day say about each other. */
export interface Shared {
  /** The inverse of the correlation of the hours, 24 × 24. */
  readonly inverse: Float64Array;
  /** Covariances of each window once the rest of the day is known; an hour alone varies by 1. */
  readonly covariances: Float64Array;
}

/** The windows of a day, shorter ones that begin at an hour before longer ones. */
export interface Windows {
  readonly windows: readonly Window[];
  /** Undefined where hours are independent. */
  readonly shared: Shared | undefined;
}

function windowsOfDay(): Window[] {
  const windows: Window[] = [];
  let place = 0;
  for (let from = 0; from < HOURS_PER_DAY; from += 1) {
    for (let length = 1; length <= LONGEST && from + length <= HOURS_PER_DAY; length += 1) {
      windows.push({ from, length, isTested: length !== 5, place });
      place += length * length;
    }
  }
  return windows;
}

const WHOLE_DAY: readonly Window[] = windowsOfDay();
const PLACES = WHOLE_DAY.reduce((sum, { length }) => sum + length * length, 0);
const INDEPENDENT: Windows = { windows: WHOLE_DAY, shared: undefined };

/** Correlations of two hours by how far they are apart: 0, 1 … 23 hours. */
function correlationsOf({ day, near, fade }: Togetherness): Float64Array {
  const correlations = new Float64Array(HOURS_PER_DAY).fill(1);
  let atGap = near;
  for (let gap = 1; gap < HOURS_PER_DAY; gap += 1, atGap *= fade) correlations[gap] = day + atGap;
  return correlations;
}

/**
 * For normal numbers the covariance of a window, given the others, is the inverse of its block of
 * the inverse; that of a longer window is grown from that of the shorter one.
 */
function share(inverse: Float64Array, windows: readonly Window[]): Shared {
  const covariances = new Float64Array(PLACES);
  for (const { from, length, place } of windows) {
    growInverse(covariances, place, length, { matrix: inverse, size: HOURS_PER_DAY, from });
  }
  return { inverse, covariances };
}

/** The windows of a day that is known whole. */
export function allWindows(togetherness: Togetherness | undefined): Windows {
  if (togetherness === undefined) return INDEPENDENT;
  return {
    windows: WHOLE_DAY,
    shared: share(invertToeplitz(correlationsOf(togetherness)), WHOLE_DAY),
  };
}

function holdsNone(hours: readonly number[], { from, length }: Window): boolean {
  return hours.every((hour) => hour < from || hour >= from + length);
}

/**
 * The windows of a day once some more of its hours are left out, since they are not known, or
 * already explained: those that hold none of them, which hear nothing from them.
 */
export function windowsWithout(hours: readonly number[], before: Windows): Windows {
  const windows = before.windows.filter((window) => holdsNone(hours, window));
  if (before.shared === undefined) return { windows, shared: undefined };
  const inverse = before.shared.inverse.slice();
  for (const hour of hours) makeIndependent(inverse, HOURS_PER_DAY, hour);
  return { windows, shared: share(inverse, windows) };
}
