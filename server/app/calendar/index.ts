export { CalendarRefused } from './calendar_error';
export { calendarOfDay, type CalendarDays } from './calendar_of_day';
export { expandCalendar } from './expand_calendar';
