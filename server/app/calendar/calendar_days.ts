import { type Calendar, type CalendarDay, calendarsInForce } from '../../../common/calendar';
import { addDays, type Day } from '../../../common/time';
import { CalendarRefused } from './calendar_error';
import { expandCalendar } from './expand_calendar';

/** What calendars say about some days. */
export interface CalendarDays {
  readonly days: readonly CalendarDay[];
  /** What cannot be used, and why: one sentence each. */
  readonly notes: readonly string[];
}

/**
 * What calendars say about a day and about those that it is learned from.
 *
 * @param trainingDays how many days before it are learned from
 */
export function calendarOfDay(
  marks: readonly Calendar[],
  day: Day,
  trainingDays: number,
  zone: string,
): CalendarDays {
  const asked = { from: addDays(day, -trainingDays), to: day, zone };
  const days: CalendarDay[] = [];
  const notes: string[] = [];
  for (const calendar of calendarsInForce(marks)) {
    try {
      const expanded = expandCalendar(calendar, asked);
      for (const one of expanded.days) days.push(one);
      if (expanded.partial.length > 0) {
        const names = expanded.partial.slice(0, 3).join(', ');
        notes.push(`calendar ${calendar.name}: hours are not like a Sunday (${names})`);
      }
    } catch (error) {
      if (!(error instanceof CalendarRefused)) throw error;
      notes.push(`calendar ${calendar.name} is not used: ${error.message}`);
    }
  }
  return { days, notes };
}
