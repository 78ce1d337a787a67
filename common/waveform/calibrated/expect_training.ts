import { HOURS_PER_DAY } from '../../time';
import type { Cell, Cells } from './cells';
import { classOf, type TrainingTable } from './training_table';
import { LEAST_EXPECTED, type Weights } from './usual_day';

const { isNaN: isUnknown } = Number;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;
const LEAST = LEAST_EXPECTED;
const classAt = classOf;

/**
 * What is expected of each training day without its own counts, before any weight: the means of the
 * groups that it belongs to. Days × 24 each, NaN if no other day is known.
 */
export interface MeansWithout {
  /** Of all days. If no other day is known, the mean of the day's other hours. */
  readonly ofAny: Float64Array;
  readonly ofClass: Float64Array;
  readonly ofWeekday: Float64Array;
}

/** Memory for this many days, to be reused. */
export function roomForMeans(days: number): MeansWithout {
  const means = (): Float64Array => new Float64Array(days * HOURS);
  return { ofAny: means(), ofClass: means(), ofWeekday: means() };
}

type Days = Pick<TrainingTable, 'weekdays' | 'week'>;

/**
 * Writes the means of a group at each hour without one of its days: NaN if no other day is known.
 *
 * @param counts days × 24, those of the day from `start` on
 */
function leaveOutOf(
  { sums, days, means, shares }: Cell,
  counts: Float64Array,
  start: number,
  out: Float64Array,
): void {
  for (let hour = 0; hour < HOURS; hour += 1) {
    const own = counts[start + hour] ?? NaN;
    // A product: a division for each hour of each day would take longer than all the rest.
    const mean = ((sums[hour] ?? 0) - own) * (shares[hour] ?? NaN);
    out[start + hour] = mean;
    if (!isUnknown(own)) continue;
    out[start + hour] = (days[hour] ?? 0) > 0 ? (means[hour] ?? NaN) : NaN;
  }
}

function isAnyUnknown(means: Float64Array, start: number): boolean {
  for (let hour = 0; hour < HOURS; hour += 1) if (isUnknown(means[start + hour])) return true;
  return false;
}

/** Replaces the hours that are not known by the mean of those that are. */
function fillUnknown(means: Float64Array, start: number): void {
  let sum = 0;
  let hours = 0;
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
 * what the rounds learn.
 *
 * @param counts days × 24, NaN if unknown
 * @param cells the sums of the same counts
 * @param means where they are written
 */
export function leaveOut(
  { weekdays, week }: Days,
  counts: Float64Array,
  { all, classes, weekdays: ofWeekdays }: Cells,
  means: MeansWithout,
): void {
  for (let row = 0; row < weekdays.length; row += 1) {
    const weekday = weekdays[row] ?? 0;
    const start = row * HOURS;
    leaveOutOf(all, counts, start, means.ofAny);
    leaveOutOf(classes[classAt(week, weekday)], counts, start, means.ofClass);
    leaveOutOf(ofWeekdays[weekday] ?? all, counts, start, means.ofWeekday);
    if (isAnyUnknown(means.ofAny, start)) fillUnknown(means.ofAny, start);
  }
}

/** What is expected of one training day. */
function expectRow(
  { ofAny, ofClass, ofWeekday }: MeansWithout,
  classWeights: Float64Array,
  weekdayWeights: Float64Array,
  start: number,
  out: Float64Array,
): void {
  for (let hour = 0; hour < HOURS; hour += 1) {
    const at = start + hour;
    let usual = ofAny[at] ?? 0;
    // The other days say nothing about the only day of a class: NaN.
    const alike = ofClass[at] ?? NaN;
    usual += (classWeights[hour] ?? 0) * (alike - usual);
    const same = ofWeekday[at] ?? NaN;
    if (!isUnknown(same)) usual += (weekdayWeights[hour] ?? 0) * (same - usual);
    out[at] = usual < LEAST ? LEAST : usual;
  }
}

/**
 * What is expected of each training day, without the day itself: the mean of the others, moved
 * toward those of its class, and from there toward those of its weekday.
 *
 * @param out where days × 24 counts are written; each is at least 0.02, or NaN if the day is the
 * only known one of its class
 */
export function expectTraining(
  { weekdays, week }: Days,
  means: MeansWithout,
  { classes, weekdays: ofWeekdays }: Weights,
  out: Float64Array,
): void {
  for (let row = 0; row < weekdays.length; row += 1) {
    const weekday = weekdays[row] ?? 0;
    const ofWeekday = ofWeekdays[weekday];
    if (ofWeekday === undefined) continue;
    expectRow(means, classes[classAt(week, weekday)], ofWeekday, row * HOURS, out);
  }
}
