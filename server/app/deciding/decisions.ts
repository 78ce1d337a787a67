import type { Calendar, CalendarDay } from '../../../common/calendar';
import { type Judgment, judgmentsFor, judgmentsInForce } from '../../../common/marks';
import type { Settings } from '../../../common/settings';
import { addDays, type Day } from '../../../common/time';
import { calendarDays } from '../calendar';

/** All that people have said in a scope, what was taken back or replaced included. */
export interface Decisions {
  readonly judgments: readonly Judgment[];
  readonly calendars: readonly Calendar[];
}

export const NO_DECISIONS: Decisions = { judgments: [], calendars: [] };

/** What people have said that decides what is found on one day. */
export interface DayDecisions {
  readonly judgments: readonly Judgment[];
  /** Days of calendars: the day itself and its training days. */
  readonly calendar: readonly CalendarDay[];
}

export const NOTHING_DECIDED: DayDecisions = { judgments: [], calendar: [] };

/** Days, both included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** What people have said about some days. */
export interface DecidedDays {
  /** What of calendars cannot be used, and why: one sentence each. */
  readonly notes: readonly string[];
  readonly on: (day: Day) => DayDecisions;
  /** The judgments that hold, whatever day they are about. */
  readonly inForce: readonly Judgment[];
  /** The same with another judgment, as if it had been the latest. */
  readonly withJudgment: (judgment: Judgment) => DecidedDays;
}

/** Later than any clock says. */
const LATEST = '9999-12-31T23:59:59.999Z';

type DecidingSettings = Pick<Settings, 'zone' | 'training' | 'sources'>;

function decidedBy(
  judgments: readonly Judgment[],
  calendar: { readonly days: readonly CalendarDay[]; readonly notes: readonly string[] },
  settings: DecidingSettings,
): DecidedDays {
  const { training, sources } = settings;
  const enabled = new Set(sources.flatMap(({ id, enabled: isOn }) => (isOn ? [id] : [])));
  const inForce = judgmentsInForce(judgments).filter(({ source }) => enabled.has(source));
  return {
    notes: calendar.notes,
    inForce,
    on: (day) => {
      const first = addDays(day, -training.days);
      return {
        judgments: judgmentsFor(inForce, day, training.days),
        calendar: calendar.days.filter((one) => one.day >= first && one.day <= day),
      };
    },
    withJudgment: (judgment) =>
      decidedBy([...judgments, { ...judgment, at: LATEST }], calendar, settings),
  };
}

/**
 * What people have said, as far as it decides what is found on some days. A run, a back-test, a
 * preview and the watch for silence all ask this one function.
 *
 * @param span the days that will be asked for
 */
export function decisionsOf(
  { judgments, calendars }: Decisions,
  { from, to }: Span,
  settings: DecidingSettings,
): DecidedDays {
  const { zone, training } = settings;
  const asked = { from: addDays(from, -training.days), to, zone };
  return decidedBy(judgments, calendarDays(calendars, asked), settings);
}
