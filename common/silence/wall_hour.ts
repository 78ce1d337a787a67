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
// Local copies: without a bundler, an import through several modules is slow in a loop.
const WEEK = HOURS_PER_WEEK;
const DAY_HOURS = HOURS_PER_DAY;
const HOUR_MS = MS_PER_HOUR;
/** 1970-01-01 was a Thursday. */
const FIRST_SLOT = 4 * DAY_HOURS;
const SATURDAY_SLOT = WEEK - DAY_HOURS;
const EPOCH: Day = '1970-01-01';

/** When a day begins. */
export function wallHourOf(day: Day): WallHour {
  return dayStartUtc(day) / MS_PER_HOUR;
}

export function dayOfWallHour(hour: WallHour): Day {
  return addDays(EPOCH, Math.floor(hour / DAY_HOURS));
}

/** The hour of the week: 0 is Sunday 00:00, 167 is Saturday 23:00. */
export function slotOf(hour: WallHour): number {
  const slot = (Math.floor(hour) + FIRST_SLOT) % WEEK;
  return slot < 0 ? slot + WEEK : slot;
}

/** Whether an hour of the week is on a Saturday or Sunday. */
export function isWeekendSlot(slot: number): boolean {
  return slot < DAY_HOURS || slot >= SATURDAY_SLOT;
}

const MOST_KEPT = 100;
/** Offsets by zone, then by hour of UTC; NaN if the offset changes within the hour. */
const keptOffsets = new Map<string, Map<number, number>>();

function offsetWithin(hour: number, zone: string): number {
  const [first, last] = [hour * HOUR_MS, (hour + 1) * HOUR_MS - 1];
  const offset = zoneOffsetAt(first, zone);
  return offset === zoneOffsetAt(last, zone) ? offset : Number.NaN;
}

/** The same as `zoneOffsetAt`. Many events are of the same few hours, and asking for each is slow. */
function knownOffset(instant: number, zone: string): number {
  let offsets = keptOffsets.get(zone);
  if (offsets === undefined || offsets.size >= MOST_KEPT) {
    offsets = new Map<number, number>();
    keptOffsets.set(zone, offsets);
  }
  const hour = Math.floor(instant / HOUR_MS);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    offset = offsetWithin(hour, zone);
    offsets.set(hour, offset);
  }
  return Number.isNaN(offset) ? zoneOffsetAt(instant, zone) : offset;
}

/** @param instant milliseconds since 1970-01-01 UTC */
export function wallHourAt(instant: number, zone: string): WallHour {
  return (instant + knownOffset(instant, zone)) / HOUR_MS;
}

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
