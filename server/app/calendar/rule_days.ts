import type ICAL from 'ical.js';
import { greatest } from '../../../common/lists';
import { CalendarRefused } from './calendar_error';

/** The most days that each month has. */
const DAYS_IN_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const ALL_MONTHS = DAYS_IN_MONTHS.map((_, index) => index + 1);

/** Days of the month and months that a rule recurs on; undefined if other parts decide. */
interface RuleDays {
  readonly months: readonly number[] | undefined;
  /** A negative one is counted from the end of the month: −1 is its last day. */
  readonly days: readonly number[] | undefined;
}

function partOf({ parts }: ICAL.Recur, name: string): number[] | undefined {
  const given = (parts as Record<string, unknown>)[name];
  if (!Array.isArray(given) || given.length === 0) return undefined;
  return given.map(Number);
}

/** The values of the rule, or of its beginning if the rule has none (RFC 5545, 3.3.10). */
function ruleDays(rule: ICAL.Recur, start: ICAL.Time): RuleDays {
  const months = partOf(rule, 'BYMONTH');
  const days = partOf(rule, 'BYMONTHDAY');
  const isByDate = rule.freq === 'MONTHLY' || rule.freq === 'YEARLY';
  const isOtherwise = 'BYDAY' in rule.parts || 'BYYEARDAY' in rule.parts;
  if (!isByDate || days !== undefined || isOtherwise) return { months, days };
  return {
    months: months ?? (rule.freq === 'YEARLY' ? [start.month] : undefined),
    days: [start.day],
  };
}

function isIn(day: number, length: number): boolean {
  return day !== 0 && Math.abs(day) <= length;
}

/**
 * Refuses a rule with a day that none of its months has, such as February 30. It would never recur,
 * and some programs read it as March 1 or 2.
 *
 * @throws CalendarRefused
 */
export function assertDaysExist(rule: ICAL.Recur, start: ICAL.Time, name: string): void {
  const { months = ALL_MONTHS, days = [] } = ruleDays(rule, start);
  const longest = greatest(months.map((month) => DAYS_IN_MONTHS[month - 1] ?? 0));
  const never = days.find((day) => !isIn(day, longest));
  if (never === undefined) return;
  const where =
    months.length === ALL_MONTHS.length ? 'no month' : `no month of ${months.join(', ')}`;
  throw new CalendarRefused(
    `${name} recurs on day ${never}, which ${where} has: correct BYMONTHDAY or BYMONTH of its rule`,
  );
}
