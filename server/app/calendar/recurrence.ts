import type ICAL from 'ical.js';
import { type Options, RRule } from 'rrule';
import { MS_PER_DAY } from '../../../common/time';
import { CalendarRefused } from './calendar_error';
import { assertDaysExist } from './rule_days';
import { clockTime, instantOf, wallOf, type WallTime } from './wall_time';

/**
 * A rule takes at most this many steps from its first occurrence, including those that match
 * nothing.
 */
export const MOST_STEPS = 20_000;
/** The limit for all rules of a file together. */
const MOST_STEPS_OF_FILE = 200_000;
/** With a longer interval nothing recurs in a lifetime, and a step of it is slow. */
const LONGEST_INTERVAL = 1_000;

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
/** Parts that choose times of a day. */
const TIMES = new Set(['byhour', 'byminute', 'bysecond']);

/** The steps that the rules of a file have taken so far. */
export interface Steps {
  taken: number;
}

/** Where a rule begins, and where the requested range ends. */
export interface Span {
  readonly start: ICAL.Time;
  /** Null for whole days, and for a clock without a zone. */
  readonly zone: string | null;
  readonly end: WallTime;
}

function assertUsable({ freq, interval }: ICAL.Recur, name: string): void {
  if (!FREQUENCIES.includes(freq)) {
    throw new CalendarRefused(
      `${name} recurs ${String(freq).toLowerCase()}: use a rule that is DAILY, WEEKLY, MONTHLY or YEARLY`,
    );
  }
  if (interval > LONGEST_INTERVAL) {
    throw new CalendarRefused(`${name} has an interval of ${interval}: the longest is 1,000`);
  }
}

/** The last moment of a rule by the wall clock, like its beginning. It is often given in UTC. */
function lastOf({ until }: ICAL.Recur, { start, zone }: Span): WallTime {
  if (until == null) return Infinity;
  if (until.isDate) return wallOf(until) + MS_PER_DAY - 1;
  if (start.isDate || zone === null || until.zone?.tzid !== 'UTC') return wallOf(until);
  return wallOf(clockTime(instantOf(wallOf(until), 'UTC'), zone));
}

/** The options of a rule for the library, each value once: a file may repeat one without end. */
function optionsOf(rule: ICAL.Recur, span: Span): Partial<Options> {
  const parts = Object.entries(RRule.parseString(rule.toString())).filter(
    ([name]) => !span.start.isDate || !TIMES.has(name),
  );
  const given = parts.map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value)
      ? [...new Map(value.map((one: unknown) => [String(one), one])).values()]
      : value,
  ]);
  return {
    ...(Object.fromEntries(given) as Partial<Options>),
    dtstart: new Date(wallOf(span.start)),
    until: new Date(Math.min(lastOf(rule, span), span.end - 1)),
  };
}

/** What a rule gives, with a call of `step` for each of its days, weeks, months or years. */
function walk(options: Partial<Options>, step: () => void): WallTime[] {
  const rule = new RRule(options, true);
  const { freq } = rule.options;
  // A rule that matches no day keeps looking for one for thousands of years, and tells no one. It
  // reads how often it recurs before each step.
  Object.defineProperty(rule.options, 'freq', {
    get: () => {
      step();
      return freq;
    },
  });
  const dates = rule.all(() => {
    step();
    return true;
  });
  return dates.map((date) => date.getTime());
}

/**
 * When a rule recurs, by the wall clock of its event, up to the end of the requested range.
 *
 * @param steps counts the steps of all rules of the file
 * @throws CalendarRefused for a rule that recurs too often, or takes too many steps
 */
export function occurrencesOf(
  rule: ICAL.Recur,
  name: string,
  span: Span,
  steps: Steps,
): WallTime[] {
  assertUsable(rule, name);
  assertDaysExist(rule, span.start, name);
  let own = 0;
  const step = (): void => {
    own += 1;
    steps.taken += 1;
    if (own > MOST_STEPS) {
      throw new CalendarRefused(
        `${name} takes more than ${MOST_STEPS.toLocaleString('en-US')} steps: begin its rule later, or simplify it`,
      );
    }
    if (steps.taken > MOST_STEPS_OF_FILE) {
      throw new CalendarRefused('the rules of the file take more than 200,000 steps: split it');
    }
  };
  try {
    return walk(optionsOf(rule, span), step);
  } catch (error) {
    if (error instanceof CalendarRefused) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new CalendarRefused(`${name} has a rule that cannot be read: ${why.slice(0, 200)}`);
  }
}
