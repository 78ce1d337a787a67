import { HOURS_PER_DAY } from '../../time/local_day';
import type { LearntSeries } from './learn_series';
import { scoreWindows } from './score_windows';

/** The days that stood out most may have been attacked: the third-worst is taken as the yardstick. */
const YARDSTICK = 3;
/** What the third-worst of a month's days scores where the noise is as the method thinks. */
const USUAL_YARDSTICK = 2.5;

function strongestScore(learnt: LearntSeries, row: number): number {
  const [from, to] = [row * HOURS_PER_DAY, (row + 1) * HOURS_PER_DAY];
  const day = {
    counts: learnt.table.counts.subarray(from, to),
    expected: learnt.expected.subarray(from, to),
  };
  let strongest = 0;
  scoreWindows(day, learnt.noise, learnt.windows, ({ score }) => {
    if (score > strongest) strongest = score;
  });
  return strongest;
}

/**
 * By how much the scores of a series are to be divided since its training days score high, too: 1
 * where they do not. It only lowers scores, so it is needed only where one is high.
 */
export function noisiness(learnt: LearntSeries): number {
  const worst = learnt.table.days
    .map((_, row) => strongestScore(learnt, row))
    .sort((a, b) => b - a);
  const yardstick = worst[Math.min(YARDSTICK, worst.length) - 1] ?? 0;
  return Math.max(1, yardstick / USUAL_YARDSTICK);
}
