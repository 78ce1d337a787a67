import type { CalendarMeaning } from './calendar_day';

/** The largest calendar file, in bytes: a request of 1 MB, which Kibana takes, holds it. */
export const LARGEST_CALENDAR = 500_000;

/** A calendar as it is kept beside other marks: added once, and never changed. */
export interface CalendarMark {
  readonly version: 1;
  readonly kind: 'calendar';
  readonly scope: string;
  /** The latest mark of a name holds. */
  readonly name: string;
  /** What its days mean, in the order of `CALENDAR_MEANINGS`; none where it was removed. */
  readonly means: readonly CalendarMeaning[];
  /** Null for all sources. */
  readonly sources: readonly string[] | null;
  /** The file (RFC 5545); null where the calendar was removed. */
  readonly ics: string | null;
  readonly author: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** A calendar and the id that it is kept by. */
export interface Calendar extends CalendarMark {
  readonly id: string;
}

/** A calendar that holds. */
export interface PresentCalendar extends Calendar {
  readonly ics: string;
}

/**
 * The calendars that hold: the latest of each name that was not removed, by name. Of two of the same
 * instant the one with the greater id is the later.
 */
export function calendarsInForce(marks: readonly Calendar[]): PresentCalendar[] {
  const latest = new Map<string, Calendar>();
  const byTime = [...marks].sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1));
  for (const mark of byTime) latest.set(mark.name, mark);
  return [...latest.values()]
    .flatMap((mark) => (mark.ics === null ? [] : [{ ...mark, ics: mark.ics }]))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
