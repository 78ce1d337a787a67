import { HOURS_PER_DAY } from '../../../time';
import { growRoot, invertToeplitz, makeIndependent, rootSize } from '../tails/matrix';
import type { Togetherness } from './togetherness';

// A local copy: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;

/** Hours of the longest window. */
export const LONGEST = 6;

/** A window of adjacent hours. */
export interface Window {
  readonly from: number;
  readonly length: number;
  /** Windows of 1, 2, 3, 4 and 6 hours are tested. Those of 5 only lead to those of 6. */
  readonly isTested: boolean;
}

/** What the hours of a day say about each other. */
export interface Shared {
  /** The inverse of the correlation of the hours, 24 × 24. */
  readonly inverse: Float64Array;
  /**
   * The roots of the blocks of that inverse, see `growRoot`: for each hour, that of the longest
   * window that begins there. Its first rows are the roots of the shorter windows.
   */
  readonly roots: Float64Array;
}

/** The windows of a day, shorter ones that begin at an hour before longer ones. */
export interface Windows {
  /** Numbers of the windows, see `WINDOWS`; ascending. */
  readonly numbers: readonly number[];
  /** Undefined if hours are independent. */
  readonly shared: Shared | undefined;
}

function windowsOfDay(): Window[] {
  const windows: Window[] = [];
  for (let from = 0; from < HOURS; from += 1) {
    for (let length = 1; length <= LONGEST && from + length <= HOURS; length += 1) {
      windows.push({ from, length, isTested: length !== 5 });
    }
  }
  return windows;
}

/** All windows of a day. Everywhere else a window is its index in this list. */
export const WINDOWS: readonly Window[] = windowsOfDay();
const ALL: readonly number[] = WINDOWS.map((_, number) => number);
/** How many numbers the root of the longest window takes. */
export const ROOT_SIZE = rootSize(LONGEST);
const INDEPENDENT: Windows = { numbers: ALL, shared: undefined };

/** Memory for what the hours of a day say about each other, to be reused. */
export function roomForShared(): Shared {
  return { inverse: new Float64Array(HOURS * HOURS), roots: new Float64Array(HOURS * ROOT_SIZE) };
}

/** Reused for each series in turn: allocating a list takes longer than filling it. */
const CORRELATIONS = new Float64Array(HOURS);
const FIRST = new Float64Array(HOURS);

/** Correlations of two hours by their distance: 0, 1 … 23 hours. */
function correlationsOf({ day, near, fade }: Togetherness): Float64Array {
  const correlations = CORRELATIONS.fill(1);
  let atGap = near;
  for (let gap = 1; gap < HOURS; gap += 1, atGap *= fade) correlations[gap] = day + atGap;
  return correlations;
}

/**
 * For normal numbers, the covariance of a window, given the others, is the inverse of its block of
 * the inverse. So only the root of that block is needed.
 */
function share({ inverse, roots }: Shared, numbers: readonly number[]): void {
  const grow = growRoot;
  for (const number of numbers) {
    const window = WINDOWS[number];
    if (window === undefined) continue;
    const { from, length } = window;
    grow(roots, from * ROOT_SIZE, length, inverse, HOURS, from);
  }
}

/** The windows of a day that is known whole. @param room where the correlations are written */
export function allWindows(
  togetherness: Togetherness | undefined,
  room: Shared = roomForShared(),
): Windows {
  if (togetherness === undefined) return INDEPENDENT;
  invertToeplitz(correlationsOf(togetherness), room.inverse, FIRST);
  share(room, ALL);
  return { numbers: ALL, shared: room };
}

function holdsNone(hours: readonly number[], number: number): boolean {
  const window = WINDOWS[number];
  if (window === undefined) return false;
  for (const hour of hours) {
    if (hour >= window.from && hour < window.from + window.length) return false;
  }
  return true;
}

/**
 * The windows of a day once some more of its hours are left out because they are unknown or already
 * explained: those that contain none of these hours and are not influenced by them.
 *
 * @param room where the correlations are written; it may be that of `before`, which is then
 * overwritten
 */
export function windowsWithout(
  hours: readonly number[],
  before: Windows,
  room: Shared = roomForShared(),
): Windows {
  const numbers = before.numbers.filter((number) => holdsNone(hours, number));
  if (before.shared === undefined) return { numbers, shared: undefined };
  if (before.shared !== room) room.inverse.set(before.shared.inverse);
  for (const hour of hours) makeIndependent(room.inverse, HOURS, hour);
  share(room, numbers);
  return { numbers, shared: room };
}
