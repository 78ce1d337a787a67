import { HOURS_PER_DAY, weekdayOf, type Day } from '../../time';
/** Events of an hour, scaled to one hour where the clock changes; null if unknown. */
export type HourCount = number | null;

/** One of the days that a series is learned from: 24 counts. */
export interface TrainingDay {
  readonly day: Day;
  readonly counts: readonly HourCount[];
  /** Hours that count as they are, however far out, because they are judged expected. */
  readonly trusted_hours?: ReadonlySet<number>;
}

/** A series on the day to be tested, with the days it is compared with, in any order. */
export interface SeriesCase {
  readonly day: Day;
  readonly counts: readonly HourCount[];
  readonly training: readonly TrainingDay[];
  /** Hours that are not assessed because they are judged expected. */
  readonly excused_hours?: ReadonlySet<number>;
  /** Days that count as another weekday because a calendar says so: 0 = Sunday. */
  readonly weekdays?: ReadonlyMap<Day, number>;
  /** Present if a calendar says that the day is not to be assessed. */
  readonly is_left_out?: true;
}

/** The weekday that a day of a case counts as, 0 = Sunday. */
export function weekdayIn({ weekdays }: Pick<SeriesCase, 'weekdays'>, day: Day): number {
  return weekdays?.get(day) ?? weekdayOf(day);
}

function checkCounts(counts: readonly HourCount[], day: Day): void {
  if (counts.length !== HOURS_PER_DAY) {
    throw new RangeError(`${day} has ${counts.length} counts, it must have ${HOURS_PER_DAY}`);
  }
  // Not HOURS_PER_DAY: without a bundler, an import is looked up at every step of a loop.
  for (let hour = 0; hour < counts.length; hour += 1) {
    const count = counts[hour] ?? 0;
    if (!(count >= 0 && count < Infinity)) {
      throw new RangeError(`${day} has the count ${count} at hour ${hour}: it must be 0 or more`);
    }
  }
}

/**
 * Refuses a case that no method can assess.
 *
 * @throws RangeError that names the day and hour, for a day without 24 counts or with a count that
 * is negative, infinite or not a number
 */
export function checkCase({ day, counts, training }: SeriesCase): void {
  checkCounts(counts, day);
  for (const trained of training) checkCounts(trained.counts, trained.day);
}

/** The 24 counts, or undefined if one of them is unknown. */
export function wholeDay(counts: readonly HourCount[]): readonly number[] | undefined {
  return counts.includes(null) ? undefined : (counts as readonly number[]);
}

/** The case without some of its training days: those that a user has left out. */
export function withoutDays(seriesCase: SeriesCase, omitted: readonly Day[]): SeriesCase {
  if (omitted.length === 0) return seriesCase;
  const training = seriesCase.training.filter(({ day }) => !omitted.includes(day));
  return { ...seriesCase, training };
}
