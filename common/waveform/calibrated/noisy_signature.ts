import { HOURS_PER_DAY } from '../../time';
import type { LearnedSeries } from './learn_series';
import { classOf, type DayClass } from './training_table';
import { leastSquaresFor, mayReach } from './windows/may_reach';
import { isNear, scoreWindow } from './windows/score_windows';
import { measureResiduals } from './windows/measure_windows';
import { roomForWindows, type WindowRoom } from './windows/window_room';
import { WINDOWS } from './windows/windows';

const { max, min } = Math;
// Copies: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const HOURS = HOURS_PER_DAY;
const ALL_WINDOWS = WINDOWS;
const measure = measureResiduals;
const scored = scoreWindow;
const near = isNear;
const reaches = mayReach;

/** One odd day is no habit: the second-worst is taken as the yardstick. */
const YARDSTICK = 2;
/** What the second-worst of a month's days scores where the noise is as the method thinks. */
const USUAL_YARDSTICK = 2.8;
const LEAST_SQUARES = leastSquaresFor(USUAL_YARDSTICK);

/** A training day in the room of windows: what was worked out of it stands in the lists of all days. */
interface TrainingDay {
  readonly counts: Float64Array;
  readonly expected: Float64Array;
}

const DAY: TrainingDay = { counts: new Float64Array(HOURS), expected: new Float64Array(HOURS) };

/** Takes a training day out of the lists of all days: copies are quicker than views. */
function takeDay({ cleaned, expected, residuals }: LearnedSeries, row: number, room: WindowRoom) {
  const from = row * HOURS;
  for (let hour = 0; hour < HOURS; hour += 1) {
    DAY.counts[hour] = cleaned[from + hour] ?? NaN;
    DAY.expected[hour] = expected[from + hour] ?? NaN;
    room.z[hour] = residuals.z[from + hour] ?? 0;
    room.deviations[hour] = residuals.deviations[from + hour] ?? NaN;
  }
}

/** The strongest score of a training day; 0 where none exceeds the usual yardstick. */
function strongestScore(learned: LearnedSeries, row: number, room: WindowRoom): number {
  takeDay(learned, row, room);
  measure(DAY, learned.windows, room, LEAST_SQUARES);
  let strongest = 0;
  for (let at = 0; at < room.measuredCount; at += 1) {
    const number = room.measured[at] ?? 0;
    if (near(room, number)) continue;
    const length = ALL_WINDOWS[number]?.length ?? 1;
    if (!reaches(room, number, length, LEAST_SQUARES)) continue;
    const score = scored(room, number, length);
    if (score > strongest) strongest = score;
  }
  return strongest;
}

/**
 * By how much the scores of a series are to be divided since its training days score high, too: 1
 * where they do not. It only lowers scores, so it is needed only where one is high.
 *
 * @param dayClass the class of the tested day: noise of the others says nothing about it
 * @param room used again for each series
 */
export function noisiness(
  learned: LearnedSeries,
  dayClass: DayClass,
  room: WindowRoom = roomForWindows(),
): number {
  const { weekdays, week } = learned.table;
  const worst = weekdays
    .flatMap((weekday, row) =>
      classOf(week, weekday) === dayClass ? [strongestScore(learned, row, room)] : [],
    )
    .sort((a, b) => b - a);
  const yardstick = worst[min(YARDSTICK, worst.length) - 1] ?? 0;
  return max(1, yardstick / USUAL_YARDSTICK);
}
