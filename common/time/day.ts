import { MS_PER_DAY } from './units';

/** A calendar day, written `YYYY-MM-DD`. Which hours it covers depends on a zone. */
export type Day = string;

/** The weekday of 1970-01-01. */
const THURSDAY = 4;
/** The same few days are needed for every series, and parsing a date is slow. */
const dayStarts = new Map<Day, number>();

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Logs have no earlier times: computers begin to count here. */
export const EARLIEST_DAY: Day = '1970-01-01';

/** Whether `text` is a day in the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!DAY_PATTERN.test(text)) return false;
  const start = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(start) && new Date(start).toISOString().startsWith(text);
}

/**
 * Midnight of the day in UTC.
 *
 * @returns milliseconds since 1970-01-01
 * @throws RangeError if the text is not a day
 */
export function dayStartUtc(day: Day): number {
  const kept = dayStarts.get(day);
  if (kept !== undefined) return kept;
  if (!isDay(day)) throw new RangeError(`"${day}" is not a day: write it as YYYY-MM-DD`);
  const start = Date.parse(`${day}T00:00:00Z`);
  dayStarts.set(day, start);
  return start;
}

/** The day `count` days after `day` (before it, when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(dayStartUtc(day) + count * MS_PER_DAY).toISOString().slice(0, 10);
}

/** How many days `later` is after `earlier`. */
export function daysBetween(earlier: Day, later: Day): number {
  return Math.round((dayStartUtc(later) - dayStartUtc(earlier)) / MS_PER_DAY);
}

/** The weekday, 0 = Sunday to 6 = Saturday. */
export function weekdayOf(day: Day): number {
  return (((dayStartUtc(day) / MS_PER_DAY + THURSDAY) % 7) + 7) % 7;
}

/** The `count` days before `day`, the nearest first. */
export function daysBefore(day: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(day, -1 - index));
}
