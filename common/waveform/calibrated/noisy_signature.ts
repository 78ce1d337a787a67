import { HOURS_PER_DAY } from '../../time';
import type { LearnedSeries } from './learn_series';
import { leastSquaresFor, mayReach } from './windows/may_reach';
import { isNear, scoreWindow } from './windows/score_windows';
import { measureWindows } from './windows/measure_windows';
import { roomForWindows, type WindowRoom } from './windows/window_room';
import { WINDOWS } from './windows/windows';

const { max, min } = Math;
// Copies: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const ALL_WINDOWS = WINDOWS;
const scored = scoreWindow;
const near = isNear;
const reaches = mayReach;

/** One odd day is no habit: the second-worst is taken as the yardstick. */
const YARDSTICK = 2;
/** What the second-worst of a month's days scores where the noise is as the method thinks. */
const USUAL_YARDSTICK = 2.8;
const LEAST_SQUARES = leastSquaresFor(USUAL_YARDSTICK);

/** The strongest score of a training day; 0 where none exceeds the usual yardstick. */
function strongestScore(learned: LearnedSeries, row: number, room: WindowRoom): number {
  const from = row * HOURS_PER_DAY;
  const to = from + HOURS_PER_DAY;
  const day = {
    counts: learned.cleaned.subarray(from, to),
    expected: learned.expected.subarray(from, to),
  };
  measureWindows(day, learned.noise, learned.windows, room, LEAST_SQUARES);
  let strongest = 0;
  for (const number of learned.windows.numbers) {
    const window = ALL_WINDOWS[number];
    if (window === undefined || !window.isTested || near(room, number)) continue;
    if (!reaches(room, number, window.length, LEAST_SQUARES)) continue;
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
