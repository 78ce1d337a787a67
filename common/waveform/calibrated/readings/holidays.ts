import { HOURS_PER_DAY } from '../../../time';
import type { Cells } from '../cells';
import type { Noise } from '../noise';
import { classOf, lastOfWeekend, type TrainingTable } from '../training_table';
import { expectDay, type Weights } from '../usual_day';
import { comparedHours, isUsualBut, knownHours, withoutLargest } from './compared_hours';

const { max } = Math;
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
  let [came, usual] = [0, 0];
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
  const compared = comparedHours(weekend, known, noise);
  return isUsualBut(compared) && withoutLargest(compared.gains) > LEAST_GAIN;
}

/** Places of holidays. The days before and after them have events, so the level is not a new one. */
function betweenBusy(isHoliday: readonly boolean[], isQuiet: readonly boolean[]): number[] {
  const found: number[] = [];
  for (let place = 0; place < isHoliday.length;) {
    let end = place;
    while (isHoliday[end] === true) end += 1;
    const isBetween = isQuiet[place - 1] === false && isQuiet[end] === false;
    for (let at = place; isBetween && at < end; at += 1) found.push(at);
    place = max(end, place + 1);
  }
  return found;
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
  const working = weekdays.flatMap((weekday, row) => (classOf(week, weekday) === 0 ? [row] : []));
  const few = working.map((row) => hasFewEvents(counts, expected, row * HOURS));
  if (!few.includes(true) || cells.classes[1].days.every((days) => days === 0)) return [];
  const weekend = expectDay(cells, weights, { dayClass: 1, weekday: lastOfWeekend(week) });
  const isHoliday = working.map((row, place) => {
    if (few[place] !== true) return false;
    const [from, to] = [row * HOURS, (row + 1) * HOURS];
    return isLikeWeekend(counts.subarray(from, to), expected.subarray(from, to), weekend, noise);
  });
  return betweenBusy(isHoliday, few).flatMap((place) => working[place] ?? []);
}
