import type { CalendarMeaning } from './calendar_day';

/**
 * The largest calendar file, in bytes. It fits into a request of 1 MB, the most that Kibana takes.
 */
export const LARGEST_CALENDAR = 500000;

/** A calendar as it is stored among the marks: added once, and never changed. */
export interface CalendarMark {
  readonly version: 1;
  readonly kind: 'calendar';
  readonly scope: string;
  /** The latest mark of a name is in force. */
  readonly name: string;
  /** What its days mean, in the order of `CALENDAR_MEANINGS`; empty if it was removed. */
  readonly means: readonly CalendarMeaning[];
  /** Null for all sources. */
  readonly sources: readonly string[] | null;
  /** The file (RFC 5545); null if the calendar was removed. */
  readonly ics: string | null;
  readonly author: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** A calendar and the id that it is stored under. */
export interface Calendar extends CalendarMark {
  readonly id: string;
}

/** A calendar that is in use. */
export interface PresentCalendar extends Calendar {
  readonly ics: string;
}

/**
 * The calendars in use: the latest of each name that was not removed, by name. Of two with the same
 * time, the one with the greater id is the later.
 */
export function calendarsInForce(marks: readonly Calendar[]): PresentCalendar[] {
  const latest = new Map<string, Calendar>();
  const byTime = [...marks].sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1));
  for (const mark of byTime) latest.set(mark.name, mark);
  return [...latest.values()]
    .flatMap((mark) => (mark.ics === null ? [] : [{ ...mark, ics: mark.ics }]))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
