import {
  addDays,
  type Day,
  DAYS_PER_WEEK,
  dayStartUtc,
  HOURS_PER_DAY,
  localDay,
  type LocalDay,
  MS_PER_HOUR,
  zoneOffsetAt,
} from '../time';

/**
 * Hours that the wall clock of a zone has counted since 1970-01-01 00:00. Whole numbers are full
 * hours. A day always has 24 of them, even when the clock changes.
 */
export type WallHour = number;

export const HOURS_PER_WEEK = DAYS_PER_WEEK * HOURS_PER_DAY;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;
const EPOCH: Day = '1970-01-01';

/** When a day begins. */
export function wallHourOf(day: Day): WallHour {
  return dayStartUtc(day) / MS_PER_HOUR;
}

export function dayOfWallHour(hour: WallHour): Day {
  return addDays(EPOCH, Math.floor(hour / HOURS_PER_DAY));
}

/** The hour of the week: 0 is Sunday 00:00, 167 is Saturday 23:00. */
export function slotOf(hour: WallHour): number {
  const slot = (Math.floor(hour) + FIRST_WEEKDAY * HOURS_PER_DAY) % HOURS_PER_WEEK;
  return slot < 0 ? slot + HOURS_PER_WEEK : slot;
}

/** Whether an hour of the week is on a Saturday or Sunday. */
export function isWeekendSlot(slot: number): boolean {
  const weekday = Math.floor(slot / HOURS_PER_DAY);
  return weekday === 0 || weekday === DAYS_PER_WEEK - 1;
}

/** @param instant milliseconds since 1970-01-01 UTC */
export function wallHourAt(instant: number, zone: string): WallHour {
  return (instant + zoneOffsetAt(instant, zone)) / MS_PER_HOUR;
}

const MOST_KEPT = 100;
const kept = new Map<string, LocalDay>();

/** A local day. Many streams need the same few days, and computing one is slow. */
function knownDay(day: Day, zone: string): LocalDay {
  const key = `${zone} ${day}`;
  const found = kept.get(key);
  if (found !== undefined) return found;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = localDay(day, zone);
  kept.set(key, made);
  return made;
}

/**
 * When the wall clock shows this. An hour that the clock skips begins with the next one. One that
 * it shows twice begins the first time.
 *
 * @returns milliseconds since 1970-01-01 UTC
 */
export function instantOf(hour: WallHour, zone: string): number {
  const { columns, to } = knownDay(dayOfWallHour(hour), zone);
  const whole = Math.floor(hour);
  const place = whole - wallHourOf(dayOfWallHour(hour));
  const [range] = columns[place]?.ranges ?? [];
  if (range !== undefined) return range.from + Math.round((hour - whole) * MS_PER_HOUR);
  const next = columns.slice(place).find(({ ranges }) => ranges.length > 0);
  return next?.ranges[0]?.from ?? to;
}
