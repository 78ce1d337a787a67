import type ICAL from 'ical.js';
import { CalendarRefused } from './calendar_error';

const ALL_MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
/** The 20th Monday of a year: of the number the library reads the last digit. */
const LONG_ORDINAL = /\d{2}/;

function valuesOf({ parts }: ICAL.Recur, name: string): unknown[] {
  const given = (parts as Record<string, unknown>)[name];
  return Array.isArray(given) ? given : [];
}

/** Of each month the library chooses by position; of all others it ignores that. */
function isPositionRead(rule: ICAL.Recur): boolean {
  const isOfWeekdays = 'BYDAY' in rule.parts && !('BYMONTHDAY' in rule.parts);
  if (!isOfWeekdays || 'BYYEARDAY' in rule.parts) return false;
  return (
    rule.freq === 'MONTHLY' || (rule.freq === 'YEARLY' && valuesOf(rule, 'BYMONTH').length === 1)
  );
}

/**
 * Refuses what the library reads as another rule, without an error.
 *
 * @throws CalendarRefused
 */
export function assertReadable(rule: ICAL.Recur, name: string): void {
  const { parts } = rule;
  // The library reads such a rule as one for all weeks.
  if ('BYWEEKNO' in parts) {
    throw new CalendarRefused(`${name} recurs by weeks of the year (BYWEEKNO): list its days`);
  }
  if ('BYSETPOS' in parts && !isPositionRead(rule)) {
    throw new CalendarRefused(
      `${name} chooses among its days (BYSETPOS), which Logwave reads only of the weekdays of a month: list its days`,
    );
  }
  if (valuesOf(rule, 'BYDAY').some((day) => LONG_ORDINAL.test(String(day)))) {
    throw new CalendarRefused(
      `${name} recurs on a tenth or later weekday of a year: list its days`,
    );
  }
}

/** Each value of a part alone. */
function apart(rule: ICAL.Recur, name: string, values: readonly unknown[]): ICAL.Recur[] {
  return [...new Set(values)].map((value) => {
    const copy = rule.clone();
    (copy.parts as Record<string, unknown>)[name] = [value];
    return copy;
  });
}

/**
 * A rule as rules that the library reads right; their days together are those of the rule. What it
 * counts is left out.
 *
 * Of a monthly rule with months the library loses days, and of a yearly one with several months, or
 * days that some months lack. One month and one day at a time it loses none. A yearly rule with days
 * but without months recurs in every month (RFC 5545, section 3.3.10), and the library knows only that
 * of the beginning.
 */
export function readableRules(rule: ICAL.Recur): ICAL.Recur[] {
  const { freq, interval, parts } = rule;
  const copy = rule.clone();
  copy.count = null;
  const hasWeekdays = 'BYDAY' in parts;
  const isOfMonths = freq === 'MONTHLY' && interval === 1 && 'BYMONTH' in parts;
  if (isOfMonths) copy.freq = 'YEARLY';
  if (copy.freq !== 'YEARLY') return [copy];
  // Days counted from the end of the month are not found among weekdays: the caller looks at them.
  if (hasWeekdays) delete (copy.parts as Record<string, unknown>)['BYMONTHDAY'];
  const isOfDays = 'BYMONTHDAY' in parts && !hasWeekdays;
  if (!isOfMonths && !isOfDays) return [copy];
  const months = valuesOf(rule, 'BYMONTH');
  const monthly = apart(copy, 'BYMONTH', months.length === 0 ? ALL_MONTHS : months);
  if (!isOfDays) return monthly;
  return monthly.flatMap((one) => apart(one, 'BYMONTHDAY', valuesOf(rule, 'BYMONTHDAY')));
}
