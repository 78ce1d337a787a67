import { HOURS_PER_DAY } from '../../time';
import type { LearnedSeries } from './learn_series';
import {
  lengthPenalty,
  measureWindows,
  roomForWindows,
  scoreWindow,
  type WindowRoom,
} from './score_windows';
import { deviationsFor } from './tails/normal_tail';
import { LONGEST, WINDOWS } from './windows';

const { max, min } = Math;
// Copies: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const ALL_WINDOWS = WINDOWS;
const scored = scoreWindow;

/** One odd day is no habit: the second-worst is taken as the yardstick. */
const YARDSTICK = 2;
/** What the second-worst of a month's days scores where the noise is as the method thinks. */
const USUAL_YARDSTICK = 2.8;
/** A window nearer than so many variances is not scored, neither here nor on the tested day. */
const NEAR = 2;
/** What rounding may do to a bound. */
const SAFE = 0.99;

/**
 * Squared deviations that a window of so many hours must be out to reach the usual yardstick, if it
 * were normal. No count above its mean is rarer than a normal number as many deviations out, and
 * none below it is rarer than one with the square `mean / count` times as large.
 */
const LEAST_SQUARES = Float64Array.from({ length: LONGEST + 1 }, (_, length) =>
  length === 0 ? 0 : SAFE * deviationsFor(USUAL_YARDSTICK + lengthPenalty(length)) ** 2,
);

/** Whether a window that was measured may score as much as the usual yardstick. */
function mayReach(room: WindowRoom, number: number, length: number): boolean {
  const count = room.counts[number] ?? 0;
  const mean = room.means[number] ?? 0;
  const variance = room.variances[number] ?? 0;
  const square = (count - mean) * (count - mean);
  if (!(square >= NEAR * variance)) return false;
  const least = (LEAST_SQUARES[length] ?? 0) * variance;
  return count > mean ? square >= least : square * mean >= least * count;
}

/** The strongest score of a training day; 0 where none exceeds the usual yardstick. */
function strongestScore(learned: LearnedSeries, row: number, room: WindowRoom): number {
  const [from, to] = [row * HOURS_PER_DAY, (row + 1) * HOURS_PER_DAY];
  const day = {
    counts: learned.cleaned.subarray(from, to),
    expected: learned.expected.subarray(from, to),
  };
  measureWindows(day, learned.noise, learned.windows, room);
  let strongest = 0;
  for (const number of learned.windows.numbers) {
    const window = ALL_WINDOWS[number];
    if (window === undefined || !window.isTested || !mayReach(room, number, window.length)) {
      continue;
    }
    const score = scored(room, number, window.length);
    if (score > strongest) strongest = score;
  }
  return strongest;
}

/**
 * By how much the scores of a series are to be divided since its training days score high, too: 1
 * where they do not. It only lowers scores, so it is needed only where one is high.
 *
 * @param room used again for each series
 */
export function noisiness(learned: LearnedSeries, room: WindowRoom = roomForWindows()): number {
  const worst = learned.table.days
    .map((_, row) => strongestScore(learned, row, room))
    .sort((a, b) => b - a);
  const yardstick = worst[min(YARDSTICK, worst.length) - 1] ?? 0;
  return max(1, yardstick / USUAL_YARDSTICK);
}
