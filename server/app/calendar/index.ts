export { CalendarRefused } from './calendar_error';
export { calendarDays, type CalendarDays } from './calendar_days';
export { expandCalendar } from './expand_calendar';
export { triedDays } from './tried_days';
