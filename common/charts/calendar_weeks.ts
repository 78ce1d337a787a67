import { addDays, daysBetween, weekdayOf, type Day, DAYS_PER_WEEK } from '../time';

/**
 * The days from the first to the last as weeks that begin on Sunday; undefined before the first and
 * after the last.
 */
export function calendarWeeks(first: Day, last: Day): (Day | undefined)[][] {
  const sunday = addDays(first, -weekdayOf(first));
  const weeks = Math.floor(daysBetween(sunday, last) / DAYS_PER_WEEK) + 1;
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: DAYS_PER_WEEK }, (__, weekday) => {
      const day = addDays(sunday, week * DAYS_PER_WEEK + weekday);
      return day < first || day > last ? undefined : day;
    }),
  );
}
