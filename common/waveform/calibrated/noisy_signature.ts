import { HOURS_PER_DAY } from '../../time';
import type { LearnedSeries } from './learn_series';
import { classOf, type DayClass } from './training_table';
import { leastSquaresFor, mayReach } from './windows/may_reach';
import { isNear, scoreWindow } from './windows/score_windows';
import { measureResiduals } from './windows/measure_windows';
import { roomForWindows, type WindowRoom } from './windows/window_room';
import { WINDOWS } from './windows/windows';

const { max, min } = Math;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;
const ALL_WINDOWS = WINDOWS;
const measure = measureResiduals;
const scored = scoreWindow;
const near = isNear;
const reaches = mayReach;

/** Windows of up to so many hours show whether days are noisy. Longer ones show hardly more. */
const LONGEST_ASKED = 2;
const ASKED = WINDOWS.flatMap(({ length }, number) => (length <= LONGEST_ASKED ? [number] : []));
/** The score of the second-worst day of a month if the noise is as the method estimates. */
const USUAL_YARDSTICK = 2.65;
const LEAST_SQUARES = leastSquaresFor(USUAL_YARDSTICK);

/** The memory of a training day's windows. Its values are in the lists of all days. */
interface TrainingDay {
  readonly counts: Float64Array;
  readonly expected: Float64Array;
}

const DAY: TrainingDay = { counts: new Float64Array(HOURS), expected: new Float64Array(HOURS) };

/** Copies a training day from the lists of all days: copies are faster than views. */
function takeDay({ cleaned, expected, residuals }: LearnedSeries, row: number, room: WindowRoom) {
  const from = row * HOURS;
  for (let hour = 0; hour < HOURS; hour += 1) {
    DAY.counts[hour] = cleaned[from + hour] ?? NaN;
    DAY.expected[hour] = expected[from + hour] ?? NaN;
    room.z[hour] = residuals.z[from + hour] ?? 0;
    room.deviations[hour] = residuals.deviations[from + hour] ?? NaN;
  }
}

/** The strongest score of a training day; 0 if none exceeds the usual yardstick. */
function strongestScore(learned: LearnedSeries, row: number, room: WindowRoom): number {
  takeDay(learned, row, room);
  measure(DAY, { numbers: ASKED, shared: learned.windows.shared }, room, LEAST_SQUARES);
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
 * By how much the scores of a series must be divided because its training days have high scores
 * too: 1 if they do not. It only lowers scores, so it is needed only if one is high.
 *
 * @param dayClass the class of the tested day; days of the other say nothing about its noise
 * @param room reused for each series
 */
export function noisiness(
  learned: LearnedSeries,
  dayClass: DayClass,
  room: WindowRoom = roomForWindows(),
): number {
  const { weekdays, week } = learned.table;
  let worst = 0;
  let secondWorst = 0;
  let days = 0;
  for (let row = 0; row < weekdays.length; row += 1) {
    if (classOf(week, weekdays[row] ?? 0) !== dayClass) continue;
    const score = strongestScore(learned, row, room);
    secondWorst = max(secondWorst, min(worst, score));
    worst = max(worst, score);
    days += 1;
  }
  // One odd day is not a habit, so the second-worst day is the yardstick, if there is one.
  const yardstick = days === 1 ? worst : secondWorst;
  return max(1, yardstick / USUAL_YARDSTICK);
}
