import type { Calendar, CalendarDay } from '../../../common/calendar';
import { type Judgment, judgmentsFor, judgmentsInForce } from '../../../common/marks';
import type { Settings } from '../../../common/settings';
import { addDays, type Day } from '../../../common/time';
import { calendarDays } from '../calendar';

/** All decisions of people in a scope, including those taken back or replaced. */
export interface Decisions {
  readonly judgments: readonly Judgment[];
  readonly calendars: readonly Calendar[];
}

export const NO_DECISIONS: Decisions = { judgments: [], calendars: [] };

/** The decisions that affect the findings of one day. */
export interface DayDecisions {
  readonly judgments: readonly Judgment[];
  /** Days of calendars: the day itself and its training days. */
  readonly calendar: readonly CalendarDay[];
}

export const NOTHING_DECIDED: DayDecisions = { judgments: [], calendar: [] };

/** Days, inclusive. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** People's decisions on some days. */
export interface DecidedDays {
  /** What of calendars cannot be used, and why: one sentence each. */
  readonly notes: readonly string[];
  readonly on: (day: Day) => DayDecisions;
  /** The judgments in force, whatever day they are about. */
  readonly inForce: readonly Judgment[];
  /** The same with another judgment, as if it were the latest. */
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
 * People's decisions, as far as they affect the findings of some days. A run, a back-test, a
 * preview and the watch for silence all use this function.
 *
 * @param span the days in question
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
