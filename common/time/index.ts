export { clockChange } from './clock_change';
export {
  addDays,
  type Day,
  daysBefore,
  daysBetween,
  dayStartUtc,
  EARLIEST_DAY,
  isDay,
  weekdayOf,
} from './day';
export { binsOf, columnFinder } from './day_bins';
export {
  dayAt,
  type DayColumn,
  localDay,
  type LocalDay,
  NoSuchDay,
  type TimeRange,
} from './local_day';
export {
  DAYS_PER_WEEK,
  HOURS_PER_DAY,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  MS_PER_QUARTER,
  MS_PER_SECOND,
} from './units';
export { isZone, systemZone, wallClockAt, zoneName, zoneOffsetAt } from './zone';
