import { HOURS_PER_DAY } from '../../../time';
import type { Cells } from '../cells';
import type { Noise } from '../noise';
import { classOf, lastOfWeekend, type TrainingTable } from '../training_table';
import { expectDay, type Weights } from '../usual_day';
import { gainsOf, isUsualBut, knownHours, toldOtherwise, withoutLargest } from './compared_hours';

const { isNaN: isUnknown } = Number;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;

/** A holiday has less than this share of the events of a working day … */
const HOLIDAY_SHARE = 0.35;
/** … and is this much likelier as a day of the weekend, as a log-likelihood. */
const LEAST_GAIN = 10;
const LEAST_KNOWN_HOURS = 12;

/** What is known of the training days when their holidays are looked for. */
export interface Expectations {
  readonly cells: Cells;
  readonly weights: Weights;
  /** Days × 24: what was expected of each, without the day itself. */
  readonly expected: Float64Array;
}

function hasFewEvents(counts: Float64Array, expected: Float64Array, start: number): boolean {
  let came = 0;
  let usual = 0;
  for (let at = start; at < start + HOURS; at += 1) {
    const count = counts[at] ?? NaN;
    const mean = expected[at] ?? NaN;
    if (isUnknown(count) || isUnknown(mean)) continue;
    came += count;
    usual += mean;
  }
  return came < HOLIDAY_SHARE * usual;
}

/** Whether a day with few events is as usual for the weekend, and far likelier there. */
function isLikeWeekend(
  counts: Float64Array,
  expected: Float64Array,
  weekend: Float64Array,
  noise: Noise,
): boolean {
  const known = knownHours({ counts, expected }, noise);
  if (known.hours.length < LEAST_KNOWN_HOURS) return false;
  const told = toldOtherwise(weekend, known, noise);
  return isUsualBut(told) && withoutLargest(gainsOf(told, known)) > LEAST_GAIN;
}

/** Stretches of quiet days between two days that are not: then the level is not a new one. */
function quietStretches(rows: readonly number[], isQuiet: readonly boolean[]): number[][] {
  const busy = rows.flatMap((_, place) => (isQuiet[place] === true ? [] : [place]));
  return busy.slice(1).map((end, at) => rows.slice((busy[at] ?? 0) + 1, end));
}

/**
 * Working days of the training that were like the last day of the weekend. If the latest working
 * days are, their level may be a new one, so they are not holidays yet.
 *
 * @param counts days × 24, NaN if unknown
 * @returns their rows in the table
 */
export function holidays(
  { weekdays, week }: Pick<TrainingTable, 'weekdays' | 'week'>,
  counts: Float64Array,
  { cells, weights, expected }: Expectations,
  noise: Noise,
): number[] {
  const working: number[] = [];
  const few: boolean[] = [];
  for (let row = 0; row < weekdays.length; row += 1) {
    if (classOf(week, weekdays[row] ?? 0) !== 0) continue;
    working.push(row);
    few.push(hasFewEvents(counts, expected, row * HOURS));
  }
  if (!few.includes(true) || cells.classes[1].days.every((days) => days === 0)) return [];
  const weekend = expectDay(cells, weights, { dayClass: 1, weekday: lastOfWeekend(week) });
  const isHoliday = (row: number): boolean => {
    const [from, to] = [row * HOURS, (row + 1) * HOURS];
    return isLikeWeekend(counts.subarray(from, to), expected.subarray(from, to), weekend, noise);
  };
  // Where one of them is none, nor are those beside it: no busy day is between them.
  return quietStretches(working, few)
    .filter((rows) => rows.every(isHoliday))
    .flat();
}
