import { type Day, dayStartUtc, HOURS_PER_DAY, MS_PER_DAY } from '../../time';
import { lastWeekendDay, WEEKDAYS, type TrainingSettings } from '../../settings';
import { type SeriesCase, type TrainingDay, weekdayIn } from '../hours';

const { round } = Math;
// Copies: without a bundler, an import is looked up at every step of a loop.
const HOURS = HOURS_PER_DAY;
const DAY_MS = MS_PER_DAY;
const startOf = dayStartUtc;
const weekdayOn = weekdayIn;

/** Days of the weekend are one class of days, the others another. */
export type DayClass = 0 | 1;

/** The class of each weekday, Sunday first: 1 on weekends, 0 on working days. */
export type Week = readonly DayClass[];

/** The training days of a series side by side, ascending by date. */
export interface TrainingTable {
  readonly days: readonly Day[];
  /** 0 = Sunday to 6 = Saturday, one a day. */
  readonly weekdays: readonly number[];
  readonly week: Week;
  /** Days × 24 counts, NaN if unknown. */
  readonly counts: Float64Array;
  /**
   * Rows of days that are odd as a whole: their counts are not learned from; undefined if there are
   * none.
   */
  readonly odd?: readonly number[] | undefined;
  /** Indices of counts that stay as they are because they are judged expected; usually none. */
  readonly trusted?: readonly number[] | undefined;
}

/** The week of some weekend days. */
export function weekOf(weekend: TrainingSettings['weekend']): Week {
  return WEEKDAYS.map((weekday) => (weekend.includes(weekday) ? 1 : 0));
}

/** The class of a weekday, 0 = Sunday. */
export function classOf(week: Week, weekday: number): DayClass {
  return week[weekday] ?? 0;
}

/** The last day of the weekend of a week, 0 = Sunday: see `lastWeekendDay`. */
export function lastOfWeekend(week: Week): number {
  return lastWeekendDay(WEEKDAYS.filter((_, weekday) => classOf(week, weekday) === 1));
}

/** Memory for the counts of this many days, to be reused. */
export function roomForTable(days: number): Float64Array {
  return new Float64Array(days * HOURS);
}

const NOTHING: TrainingDay = { day: '', counts: [] };

function isAnyKnown(counts: TrainingDay['counts']): boolean {
  for (let hour = 0; hour < counts.length; hour += 1) if (counts[hour] !== null) return true;
  return false;
}

function isAscending(training: readonly TrainingDay[]): boolean {
  for (let row = 1; row < training.length; row += 1) {
    if ((training[row - 1]?.day ?? '') >= (training[row]?.day ?? '')) return false;
  }
  return true;
}

function trustedPlaces(learned: readonly TrainingDay[]): number[] {
  const trusted: number[] = [];
  for (let row = 0; row < learned.length; row += 1) {
    const hours = learned[row]?.trusted_hours;
    if (hours !== undefined) for (const hour of hours) trusted.push(row * HOURS + hour);
  }
  return trusted;
}

/**
 * Lays the training days of a case side by side. Their order in the input changes nothing, not even
 * the last digit of a sum.
 *
 * @param training how many days before the tested one are learned from (others are left out, and so
 * are days without a known hour), and which weekdays are the weekend
 * @param room where the counts are written, for all days of the case or more
 */
export function trainingTable(
  seriesCase: SeriesCase,
  { days: trainingDays, weekend }: TrainingSettings,
  room: Float64Array = roomForTable(seriesCase.training.length),
): TrainingTable {
  const tested = startOf(seriesCase.day);
  const learned: TrainingDay[] = [];
  for (const trained of seriesCase.training) {
    const age = round((tested - startOf(trained.day)) / DAY_MS);
    if (age >= 1 && age <= trainingDays && isAnyKnown(trained.counts)) learned.push(trained);
  }
  if (!isAscending(learned)) learned.sort((a, b) => (a.day < b.day ? -1 : 1));
  const used = learned.length * HOURS;
  const table = used === room.length ? room : room.subarray(0, used);
  const days: Day[] = [];
  const weekdays: number[] = [];
  for (let row = 0; row < learned.length; row += 1) {
    const { day, counts } = learned[row] ?? NOTHING;
    for (let hour = 0; hour < HOURS; hour += 1) table[row * HOURS + hour] = counts[hour] ?? NaN;
    days.push(day);
    weekdays.push(weekdayOn(seriesCase, day));
  }
  const places = trustedPlaces(learned);
  const trusted = places.length === 0 ? undefined : places;
  return { days, weekdays, week: weekOf(weekend), counts: table, odd: undefined, trusted };
}
