import { daysBetween, weekdayOf, type Day, HOURS_PER_DAY } from '../../time';
import type { SeriesCase } from '../hours';

// A copy: an import is looked up anew at each step of a loop, where no bundler has resolved it.
const HOURS = HOURS_PER_DAY;

/** Saturdays and Sundays are one class of days, the others another. */
export type DayClass = 0 | 1;

/** The training days of a series side by side, ascending by date. */
export interface TrainingTable {
  readonly days: readonly Day[];
  /** 0 = Sunday to 6 = Saturday, one a day. */
  readonly weekdays: readonly number[];
  /** Days × 24 counts, NaN where not known. */
  readonly counts: Float64Array;
}

/** 1 at weekends, 0 on working days. */
export function classOf(weekday: number): DayClass {
  return weekday === 0 || weekday === 6 ? 1 : 0;
}

/**
 * Lays the training days of a case side by side. The order in which they are handed in decides
 * nothing: not even the last digit of a sum.
 *
 * @param trainingDays how many days before the tested one are learned from; others are left out, and
 *   so are days of which no hour is known
 */
export function trainingTable(seriesCase: SeriesCase, trainingDays: number): TrainingTable {
  const learned = seriesCase.training
    .filter(({ day, counts }) => {
      const age = daysBetween(day, seriesCase.day);
      return age >= 1 && age <= trainingDays && counts.some((count) => count !== null);
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const table = new Float64Array(learned.length * HOURS);
  for (let row = 0; row < learned.length; row += 1) {
    const counts = learned[row]?.counts ?? [];
    for (let hour = 0; hour < HOURS; hour += 1) table[row * HOURS + hour] = counts[hour] ?? NaN;
  }
  const days = learned.map(({ day }) => day);
  return { days, weekdays: days.map(weekdayOf), counts: table };
}
