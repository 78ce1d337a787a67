import type ICAL from 'ical.js';
import { CalendarRefused } from './calendar_error';
import { assertReadable, readableRules } from './readable_rules';
import { assertDaysExist, isOfRule } from './rule_days';
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

/** The rule with an end by the wall clock, like its beginning. The end is often given in UTC. */
function withLocalEnd(rule: ICAL.Recur, { start, zone }: Span): ICAL.Recur {
  const { until } = rule;
  if (until == null || until.isDate || start.isDate || zone === null) return rule;
  if (until.zone?.tzid !== 'UTC') return rule;
  const copy = rule.clone();
  copy.until = clockTime(instantOf(wallOf(until), 'UTC'), zone);
  return copy;
}

/** What one rule gives up to the end of what is asked for, without more than can be wanted. */
function walk(
  rule: ICAL.Recur,
  { start, end }: Span,
  most: number,
  isWanted: (time: ICAL.Time) => boolean,
  step: () => void,
): WallTime[] {
  const iterator = rule.iterator(start);
  // A rule that matches no day keeps looking for one forever, so its fruitless steps count as well.
  const fits = iterator.check_contracting_rules.bind(iterator);
  iterator.check_contracting_rules = () => {
    step();
    return fits();
  };
  const found: WallTime[] = [];
  for (let next = iterator.next(); next; next = iterator.next()) {
    step();
    const wall = wallOf(next);
    if (wall >= end || found.length >= most) break;
    if (isWanted(next)) found.push(wall);
  }
  return found;
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
  assertReadable(rule, name);
  assertDaysExist(rule, span.start, name);
  const isOf = isOfRule(rule, span.start);
  const count = rule.count ?? Infinity;
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
    const found = readableRules(rule).flatMap((one) =>
      walk(withLocalEnd(one, span), span, count, isOf, step),
    );
    return [...new Set(found)].sort((a, b) => a - b).slice(0, count);
  } catch (error) {
    if (error instanceof CalendarRefused) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new CalendarRefused(`${name} has a rule that cannot be read: ${why.slice(0, 200)}`);
  }
}
