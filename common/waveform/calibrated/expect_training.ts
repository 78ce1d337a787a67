import { HOURS_PER_DAY } from '../../time';
import { classCell, weekdayCell, type Cell, type Cells } from './cells';
import { classOf } from './training_table';
import { LEAST_EXPECTED, type Weights } from './usual_day';

const { max } = Math;
const { isNaN: isUnknown } = Number;
// Copies: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const HOURS = HOURS_PER_DAY;
const LEAST = LEAST_EXPECTED;

/**
 * What each training day is expected to be without its own counts, before any weight: the means of
 * the groups that it belongs to. Days × 24 each, NaN where no other day is known.
 */
export interface MeansWithout {
  /** Of all days; where no other day is known the mean of the day's other hours. */
  readonly ofAny: Float64Array;
  readonly ofClass: Float64Array;
  readonly ofWeekday: Float64Array;
}

/** Room for so many days, to be used again. */
export function roomForMeans(days: number): MeansWithout {
  const means = (): Float64Array => new Float64Array(days * HOURS);
  return { ofAny: means(), ofClass: means(), ofWeekday: means() };
}

/** The mean of a cell at each hour, the counts of a day left out of it where they are known. */
function meansOfCell(
  { sums, days }: Cell,
  counts: Float64Array,
  start: number,
  out: Float64Array,
): void {
  for (let hour = 0; hour < HOURS; hour += 1) {
    const count = counts[start + hour] ?? NaN;
    const isKnown = !isUnknown(count);
    const others = (days[hour] ?? 0) - (isKnown ? 1 : 0);
    const sum = (sums[hour] ?? 0) - (isKnown ? count : 0);
    out[start + hour] = others <= 0 ? NaN : sum / others;
  }
}

/** Puts the mean of the hours that are known in the place of those that are not. */
function fillUnknown(means: Float64Array, start: number): void {
  let [sum, hours] = [0, 0];
  for (let hour = 0; hour < HOURS; hour += 1) {
    const mean = means[start + hour] ?? NaN;
    if (isUnknown(mean)) continue;
    sum += mean;
    hours += 1;
  }
  if (hours === HOURS) return;
  const flat = hours === 0 ? 0 : sum / hours;
  for (let hour = 0; hour < HOURS; hour += 1) {
    if (isUnknown(means[start + hour])) means[start + hour] = flat;
  }
}

/**
 * Leaves each training day out of the means of its groups. They depend on the counts alone, not on
 * what is learned in turns.
 *
 * @param weekdays one a day, 0 = Sunday
 * @param counts days × 24, NaN where not known
 * @param cells the sums of the same counts
 * @param means where they are written
 */
export function leaveOut(
  weekdays: readonly number[],
  counts: Float64Array,
  cells: Cells,
  means: MeansWithout,
): void {
  for (let row = 0; row < weekdays.length; row += 1) {
    const weekday = weekdays[row] ?? 0;
    const start = row * HOURS;
    meansOfCell(cells.all, counts, start, means.ofAny);
    fillUnknown(means.ofAny, start);
    meansOfCell(classCell(cells, classOf(weekday)), counts, start, means.ofClass);
    meansOfCell(weekdayCell(cells, weekday), counts, start, means.ofWeekday);
  }
}

/** Moves 24 expected counts toward the means of a group, as far as its weights say. */
function moveToward(
  means: Float64Array,
  weights: Float64Array | undefined,
  start: number,
  out: Float64Array,
): void {
  if (weights === undefined) return;
  for (let hour = 0; hour < HOURS; hour += 1) {
    const mean = means[start + hour] ?? NaN;
    if (isUnknown(mean)) continue;
    const usual = out[start + hour] ?? 0;
    out[start + hour] = usual + (weights[hour] ?? 0) * (mean - usual);
  }
}

/**
 * What each training day is expected to be, itself left out: the mean of the others, moved toward
 * those of its class, and from there toward those of its weekday.
 *
 * @param out where days × 24 counts are written; each is at least 0.02
 */
export function expectTraining(
  weekdays: readonly number[],
  { ofAny, ofClass, ofWeekday }: MeansWithout,
  { classes, weekdays: ofWeekdays }: Weights,
  out: Float64Array,
): void {
  for (let row = 0; row < weekdays.length; row += 1) {
    const weekday = weekdays[row] ?? 0;
    const start = row * HOURS;
    for (let hour = 0; hour < HOURS; hour += 1) out[start + hour] = ofAny[start + hour] ?? 0;
    moveToward(ofClass, classes[classOf(weekday)], start, out);
    moveToward(ofWeekday, ofWeekdays[weekday], start, out);
    for (let hour = 0; hour < HOURS; hour += 1) {
      out[start + hour] = max(out[start + hour] ?? 0, LEAST);
    }
  }
}
