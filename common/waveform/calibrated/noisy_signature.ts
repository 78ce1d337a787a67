import { HOURS_PER_DAY } from '../../time';
import type { LearnedSeries } from './learn_series';
import { scoreWindows } from './score_windows';

const { max, min } = Math;

/** One odd day is no habit: the second-worst is taken as the yardstick. */
const YARDSTICK = 2;
/** What the second-worst of a month's days scores where the noise is as the method thinks. */
const USUAL_YARDSTICK = 2.8;

function strongestScore(learned: LearnedSeries, row: number): number {
  const [from, to] = [row * HOURS_PER_DAY, (row + 1) * HOURS_PER_DAY];
  const day = {
    counts: learned.cleaned.subarray(from, to),
    expected: learned.expected.subarray(from, to),
  };
  let strongest = 0;
  scoreWindows(day, learned.noise, learned.windows, false, ({ score }) => {
    if (score > strongest) strongest = score;
  });
  return strongest;
}

/**
 * By how much the scores of a series are to be divided since its training days score high, too: 1
 * where they do not. It only lowers scores, so it is needed only where one is high.
 */
export function noisiness(learned: LearnedSeries): number {
  const worst = learned.table.days
    .map((_, row) => strongestScore(learned, row))
    .sort((a, b) => b - a);
  const yardstick = worst[min(YARDSTICK, worst.length) - 1] ?? 0;
  return max(1, yardstick / USUAL_YARDSTICK);
}
