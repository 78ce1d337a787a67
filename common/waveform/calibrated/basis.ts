import { LEAST_DAYS, type SeriesCase, weekdayIn } from '../hours';
import { type Day, HOURS_PER_DAY } from '../../time';
import { pluralWords, weekdayWords } from '../words';
import type { KeptLearning } from './score_learned';
import { classOf } from './training_table';

const { max } = Math;

/** A group of days decides if the expectation is nearer to its mean than to that of all days. */
const DECIDES = 0.5;

/** The training days that decided, in words and by date. */
export interface Basis {
  readonly basis: string;
  readonly basis_days: readonly Day[];
}

function meanWeight(weights: Float64Array, hours: readonly number[]): number {
  return hours.reduce((sum, hour) => sum + (weights[hour] ?? 0), 0) / max(1, hours.length);
}

export const ALL_HOURS = Array.from({ length: HOURS_PER_DAY }, (_, hour) => hour);

/**
 * Which training days decided what was expected: those of the same weekday if the expectation has
 * moved to them, else working days or the weekend, else all; never fewer than three.
 *
 * @param hours those that the sentence is about; all hours of a quiet day
 */
export function basisOfHours(
  { table, weights }: KeptLearning,
  tested: Pick<SeriesCase, 'day' | 'weekdays'>,
  hours: readonly number[] = ALL_HOURS,
): Basis {
  const weekday = weekdayIn(tested, tested.day);
  const sameWeekday = table.days.filter((_, row) => table.weekdays[row] === weekday);
  if (sameWeekday.length >= LEAST_DAYS && meanWeight(weights.ofWeekday, hours) >= DECIDES) {
    const basis = pluralWords(sameWeekday.length, weekdayWords(weekday));
    return { basis, basis_days: sameWeekday };
  }
  const dayClass = classOf(table.week, weekday);
  const sameClass = table.days.filter(
    (_, row) => classOf(table.week, table.weekdays[row] ?? 0) === dayClass,
  );
  if (sameClass.length >= LEAST_DAYS && meanWeight(weights.ofClass, hours) >= DECIDES) {
    const words = dayClass === 1 ? 'weekend day' : 'working day';
    return { basis: pluralWords(sameClass.length, words), basis_days: sameClass };
  }
  return { basis: pluralWords(table.days.length, 'day'), basis_days: table.days };
}
