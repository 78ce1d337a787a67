import { least } from '../../../common/lists';
import { addDays, daysBetween, isDay, weekdayOf, type Day } from '../../../common/time';

/** Days from `from` to before `to`; null if no end is known. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day | null;
}

/** A date in the name of an index, in the precision in which it is written. */
interface NamedDate {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly from: Day;
}

/**
 * A year and, as the templates of shippers write it, a month, a day or a week: `2026.11.27`,
 * `2026-11`, `20261127`, `2026.w48`, `2026.48`, `2026`.
 */
const DATE =
  /(?<!\d)((?:19|20)\d\d)(?:([.\-_]?)(\d\d)\2(\d\d)|[.\-_]?[wW](\d\d)|[.\-_]?(\d\d))?(?!\d)/g;
/** The counter of a rollover, as in `.ds-logs-app-2026.11.01-000003`. */
const COUNTER = /-\d{6,}$/;
const LAST_MONTH = 12;
const DAYS_OF_WEEK = 7;
/**
 * How many days an index named after a day may hold if no other index shows how often a new one
 * begins.
 */
const DAYS_ALONE = 31;

/** The first day of an ISO 8601 week. */
function startOfWeek(year: string, week: number): Day {
  const inFirstWeek = `${year}-01-04`;
  const sinceMonday = (weekdayOf(inFirstWeek) + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK;
  return addDays(inFirstWeek, (week - 1) * DAYS_OF_WEEK - sinceMonday);
}

function startOfNextMonth(day: Day): Day {
  return `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
}

/** @param areWeeks whether two digits after a year are a week number */
function dateOf(match: RegExpMatchArray, areWeeks: boolean): NamedDate[] {
  const [, year = '', , month, dayOfMonth, week, number] = match;
  if (month !== undefined && dayOfMonth !== undefined) {
    const from = `${year}-${month}-${dayOfMonth}`;
    return isDay(from) ? [{ unit: 'day', from }] : [];
  }
  if (week !== undefined || (number !== undefined && areWeeks)) {
    return [{ unit: 'week', from: startOfWeek(year, Number(week ?? number)) }];
  }
  if (number === undefined) return [{ unit: 'year', from: `${year}-01-01` }];
  const from = `${year}-${number}-01`;
  return isDay(from) ? [{ unit: 'month', from }] : [];
}

/** The common pattern of names of one kind, without date and counter. */
function stemOf(name: string): string {
  return name.replace(DATE, '*').replace(COUNTER, '-#');
}

function hasWeeks(names: readonly string[]): boolean {
  return names.some((name) =>
    [...name.matchAll(DATE)].some(([, , , , , , number]) => Number(number ?? 0) > LAST_MONTH),
  );
}

function datesIn(name: string, areWeeks: boolean): NamedDate[] {
  return [...name.matchAll(DATE)].flatMap((match) => dateOf(match, areWeeks));
}

/** How many days are between an index and the next where they are closest together. */
function leastStep(days: readonly Day[]): number {
  const sorted = [...new Set(days)].sort();
  const steps = sorted.slice(1).map((day, at) => daysBetween(sorted[at] ?? day, day));
  return steps.length === 0 ? DAYS_ALONE : least(steps);
}

/** A rollover index is written to until the next one begins, which may be long after its date. */
function rolledSpan(from: Day, days: readonly Day[]): DaySpan {
  const [next] = days.filter((day) => day > from).sort();
  return { from, to: next === undefined ? null : addDays(next, 1) };
}

function spanOf({ unit, from }: NamedDate, days: readonly Day[]): DaySpan {
  switch (unit) {
    case 'day':
      return { from, to: addDays(from, leastStep(days)) };
    case 'week':
      // Some count weeks from Sunday.
      return { from: addDays(from, -1), to: addDays(from, DAYS_OF_WEEK) };
    case 'month':
      return { from, to: startOfNextMonth(from) };
    case 'year':
      return { from, to: `${String(Number(from.slice(0, 4)) + 1)}-01-01` };
  }
}

/** Dates of the indices that have one kind of name. */
interface Kind {
  readonly areWeeks: boolean;
  readonly days: readonly Day[];
}

function kindsOf(names: readonly string[]): Map<string, Kind> {
  const alike = new Map<string, string[]>();
  for (const name of names) {
    const stem = stemOf(name);
    const known = alike.get(stem);
    if (known === undefined) alike.set(stem, [name]);
    else known.push(name);
  }
  const kindOf = (ofStem: readonly string[]): Kind => {
    const areWeeks = hasWeeks(ofStem);
    const days = ofStem.flatMap((name) => datesIn(name, areWeeks).map(({ from }) => from));
    return { areWeeks, days };
  };
  return new Map([...alike].map(([stem, ofStem]) => [stem, kindOf(ofStem)]));
}

/**
 * Which days an index may hold documents of, according to its name: shippers write a date into the
 * names of daily, weekly, monthly and yearly indices. How many days that date covers is inferred
 * from the other indices with the same kind of name.
 *
 * @param names all indices that match the source's pattern
 * @returns the days for one of these names; null if the name has no date, so it may hold any day
 */
export function daysInNames(names: readonly string[]): (name: string) => readonly DaySpan[] | null {
  const kinds = kindsOf(names);
  return (name) => {
    const { areWeeks, days } = kinds.get(stemOf(name)) ?? { areWeeks: false, days: [] };
    const dates = datesIn(name, areWeeks);
    if (dates.length === 0) return null;
    const isRolled = COUNTER.test(name);
    return dates.map((date) => (isRolled ? rolledSpan(date.from, days) : spanOf(date, days)));
  };
}
