export { decidedCase } from './decided_case';
export { sourceCalendar, type SourceCalendar } from './calendar_case';
export {
  CALENDAR_MEANINGS,
  type CalendarDay,
  type CalendarMeaning,
  decisiveDays,
  isDayOf,
} from './calendar_day';
export {
  type Calendar,
  type CalendarMark,
  calendarsInForce,
  LARGEST_CALENDAR,
  type PresentCalendar,
} from './calendar_mark';
