import { type Calendar, type CalendarDay, calendarsInForce } from '../../../common/calendar';
import { CalendarRefused } from './calendar_error';
import { type AskedDays, expandCalendar } from './expand_calendar';

/** The effect of calendars on some days. */
export interface CalendarDays {
  readonly days: readonly CalendarDay[];
  /** What cannot be used, and why: one sentence each. */
  readonly notes: readonly string[];
}

/**
 * The effect of the calendars in use on some days.
 *
 * @param marks all calendars, including those that were replaced or removed
 */
export function calendarDays(marks: readonly Calendar[], asked: AskedDays): CalendarDays {
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
