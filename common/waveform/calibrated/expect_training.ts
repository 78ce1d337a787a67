import { HOURS_PER_DAY } from '../../time';
import type { Cell, Cells } from './cells';
import { classOf, type TrainingTable } from './training_table';
import { LEAST_EXPECTED, type Weights } from './usual_day';

const { isNaN: isUnknown } = Number;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;
const LEAST = LEAST_EXPECTED;
const classAt = classOf;

type Days = Pick<TrainingTable, 'weekdays' | 'week'>;

/** The mean of a group at an hour; NaN if no day of the group has a known count there. */
function meanAt({ days, means }: Cell, hour: number): number {
  return (days[hour] ?? 0) > 0 ? (means[hour] ?? NaN) : NaN;
}

/** The groups that a day belongs to, and how far the last two move its expectation. */
interface Groups {
  readonly any: Cell;
  readonly alike: Cell;
  readonly same: Cell;
  readonly ofClass: Float64Array;
  readonly ofWeekday: Float64Array;
}

/** What is expected of a training day at an hour of which its own count is unknown. */
function expectUnknown({ any, alike, same, ofClass, ofWeekday }: Groups, hour: number): number {
  let usual = meanAt(any, hour);
  usual += (ofClass[hour] ?? 0) * (meanAt(alike, hour) - usual);
  const ofSame = meanAt(same, hour);
  if (!isUnknown(ofSame)) usual += (ofWeekday[hour] ?? 0) * (ofSame - usual);
  return usual;
}

/** What is expected of one training day. @param counts days × 24, those of the day from `start` on */
function expectRow(groups: Groups, counts: Float64Array, start: number, out: Float64Array): void {
  const { ofClass, ofWeekday } = groups;
  const { sums: sumsOfAny, shares: sharesOfAny } = groups.any;
  const { sums: sumsOfAlike, shares: sharesOfAlike } = groups.alike;
  const { sums: sumsOfSame, shares: sharesOfSame } = groups.same;
  for (let hour = 0; hour < HOURS; hour += 1) {
    const at = start + hour;
    const own = counts[at] ?? NaN;
    // Products: divisions would take longer than all the rest.
    let usual = ((sumsOfAny[hour] ?? 0) - own) * (sharesOfAny[hour] ?? NaN);
    // The other days say nothing about the only day of a class: NaN.
    const alike = ((sumsOfAlike[hour] ?? 0) - own) * (sharesOfAlike[hour] ?? NaN);
    usual += (ofClass[hour] ?? 0) * (alike - usual);
    const same = ((sumsOfSame[hour] ?? 0) - own) * (sharesOfSame[hour] ?? NaN);
    if (!isUnknown(same)) usual += (ofWeekday[hour] ?? 0) * (same - usual);
    if (isUnknown(own)) usual = expectUnknown(groups, hour);
    out[at] = usual < LEAST ? LEAST : usual;
  }
}

/**
 * What is expected of each training day, without the day itself: the mean of the others, moved
 * toward those of its class, and from there toward those of its weekday.
 *
 * @param counts days × 24, NaN if unknown
 * @param cells the sums of the same counts
 * @param out where days × 24 counts are written; each is at least 0.02, or NaN if the day is the
 * only known one of its class
 */
export function expectTraining(
  { weekdays, week }: Days,
  counts: Float64Array,
  { all, classes, weekdays: cellsOfWeekdays }: Cells,
  weights: Weights,
  out: Float64Array,
): void {
  for (let row = 0; row < weekdays.length; row += 1) {
    const weekday = weekdays[row] ?? 0;
    const dayClass = classAt(week, weekday);
    const ofWeekday = weights.weekdays[weekday];
    if (ofWeekday === undefined) continue;
    const groups: Groups = {
      any: all,
      alike: classes[dayClass],
      same: cellsOfWeekdays[weekday] ?? all,
      ofClass: weights.classes[dayClass],
      ofWeekday,
    };
    expectRow(groups, counts, row * HOURS, out);
  }
}
