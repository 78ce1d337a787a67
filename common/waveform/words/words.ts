import { dayStartUtc, type Day, wallClockAt } from '../../time';
import type { HourStretch } from '../hours';

const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * Made once: a page writes thousands of counts, and creating a format takes longer than using it.
 */
const COUNT_FORMAT = new Intl.NumberFormat('en-US');

/** A whole count with separators: 1,734. */
export function countWords(count: number): string {
  const whole = Math.round(count);
  // Most counts have no separator and need no format, which would take longer than all the rest.
  return whole > 0 && whole < 1000 ? String(whole) : COUNT_FORMAT.format(whole);
}

/** "9–14", or "9" if both ends round to the same; halves of an event round to the nearest. */
export function rangeWords([low, high]: readonly [number, number]): string {
  const [from, to] = [countWords(low), countWords(high)];
  return from === to ? from : `${from}–${to}`;
}

/** The wall clock at an hour, 0 to 24: 09:00. */
export function clockWords(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** "at 15:00", or "from 13:00 to 15:00" for hours that adjoin. */
export function stretchWords({ from, to }: HourStretch): string {
  if (to - from === 1) return `at ${clockWords(from)}`;
  return `from ${clockWords(from)} to ${clockWords(to)}`;
}

/** The most that two decimals can say of less than a threshold. */
const JUST_BELOW = 0.99;
/** One decimal would be rounded to 10.0. */
const LEAST_WITHOUT_DECIMALS = 9.95;

/** Rounds to nothing although there are some: "0" would look as if no event had come. */
const LEAST_RATIO = 0.05;

/** One decimal below 10, none above: 3.6×, 12×; "<0.1×" if that would be 0 and some came. */
export function ratioWords(ratio: number): string {
  if (ratio > 0 && ratio < LEAST_RATIO) return '<0.1×';
  return `${ratio < 10 ? String(Math.round(ratio * 10) / 10) : countWords(ratio)}×`;
}

/** "1 event", "48 events". */
export function pluralWords(count: number, one: string, several = `${one}s`): string {
  return `${countWords(count)} ${Math.round(count) === 1 ? one : several}`;
}

/** The weekday's name, 0 = Sunday. */
export function weekdayWords(weekday: number): string {
  return WEEKDAYS[weekday] ?? '';
}

/** "1 April". */
export function monthDayWords(day: Day): string {
  const utc = new Date(dayStartUtc(day));
  return `${utc.getUTCDate()} ${MONTHS[utc.getUTCMonth()] ?? ''}`;
}

/** "1 April 2015". */
export function dateWords(day: Day): string {
  return `${monthDayWords(day)} ${new Date(dayStartUtc(day)).getUTCFullYear()}`;
}

/** "2 April 06:02" on the wall clock of a zone. @param instant ISO 8601 */
export function momentWords(instant: string, zone: string): string {
  const wallClock = wallClockAt(instant, zone);
  return `${monthDayWords(wallClock.slice(0, 10))} ${wallClock.slice(11, 16)}`;
}

/**
 * How many times a threshold, with one decimal. If rounding would show it as the threshold, it has two,
 * and never those of a threshold that it does not reach: 0.9, 0.96, 0.99, 1.0, 1.04, 1.1.
 */
export function thresholdWords(times: number): string {
  const words = times.toFixed(1);
  if (words !== '1.0' || times === 1) return words;
  return times < 1 ? Math.min(times, JUST_BELOW).toFixed(2) : times.toFixed(2);
}

/** How many times a threshold: one decimal below 10, none above. */
export function timesWords(times: number): string {
  return times < LEAST_WITHOUT_DECIMALS ? thresholdWords(times) : countWords(times);
}

/** An expected count, which need not be whole: 13.5, 0.25, 269. */
export function amountWords(amount: number): string {
  if (amount >= 100) return countWords(amount);
  return String(Number(amount.toFixed(amount < 1 ? 2 : 1)));
}
