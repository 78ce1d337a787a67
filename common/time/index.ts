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
  HOURS_PER_DAY,
  localDay,
  type LocalDay,
  MS_PER_HOUR,
  NoSuchDay,
  type TimeRange,
} from './local_day';
export { isZone, systemZone, zoneName, zoneOffsetAt } from './zone';
