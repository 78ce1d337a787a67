import { HOURS_PER_DAY, MS_PER_HOUR } from './units';
import { greatest, least } from '../lists';
import { dayStartUtc, type Day } from './day';
import { zoneOffsetAt } from './zone';

/**
 * Zones are between UTC−12 and UTC+14, so a day's hours never leave this window around midnight
 * UTC.
 */
const WINDOW_MARGIN = 16 * MS_PER_HOUR;

/** Milliseconds since 1970-01-01 UTC, `from` included, `to` not. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** One wall-clock hour of a local day. */
export interface DayColumn {
  /**
   * When the hour takes place: no range if the clock skips it, else one (two at unusual changes).
   */
  readonly ranges: readonly TimeRange[];
  /** How long it lasts, in hours: 1, or 0, 0.5, 1.5 or 2 if the clock changes. */
  readonly length: number;
}

/** A calendar day of a zone: 24 columns of wall-clock hours, including days of 23 and 25 hours. */
export interface LocalDay extends TimeRange {
  readonly day: Day;
  readonly zone: string;
  readonly columns: readonly DayColumn[];
}

/** Thrown for a day that a zone never had, such as one skipped at the date line. */
export class NoSuchDay extends RangeError {
  override readonly name = 'NoSuchDay';

  constructor(day: Day, zone: string) {
    super(`${day} does not exist in ${zone}`);
  }
}

interface OffsetSegment extends TimeRange {
  readonly offset: number;
}

/** The instant in (from, to] at which the offset that was valid at `from` ends, to the second. */
function changeBetween(from: number, to: number, zone: string): number {
  const before = zoneOffsetAt(from, zone);
  let low = from;
  let high = to;
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (zoneOffsetAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The window, cut where the zone's offset changes. Two changes within one hour are not
 * distinguished.
 */
function segmentsOf(window: TimeRange, zone: string): OffsetSegment[] {
  const segments: OffsetSegment[] = [];
  let from = window.from;
  let offset = zoneOffsetAt(window.from, zone);
  for (let at = window.from; at < window.to; at += MS_PER_HOUR) {
    const next = zoneOffsetAt(at + MS_PER_HOUR, zone);
    if (next === offset) continue;
    const change = changeBetween(at, at + MS_PER_HOUR, zone);
    segments.push({ from, to: change, offset });
    from = change;
    offset = next;
  }
  segments.push({ from, to: window.to, offset: zoneOffsetAt(from, zone) });
  return segments;
}

function mergeAdjacent(ranges: readonly TimeRange[]): TimeRange[] {
  const merged: TimeRange[] = [];
  for (const range of ranges) {
    const last = merged[merged.length - 1];
    if (last !== undefined && last.to === range.from) {
      merged[merged.length - 1] = { from: last.from, to: range.to };
    } else {
      merged.push(range);
    }
  }
  return merged;
}

function columnOf(hour: number, midnight: number, segments: readonly OffsetSegment[]): DayColumn {
  const ranges: TimeRange[] = [];
  for (const segment of segments) {
    const start = midnight + hour * MS_PER_HOUR - segment.offset;
    const from = Math.max(segment.from, start);
    const to = Math.min(segment.to, start + MS_PER_HOUR);
    if (from < to) ranges.push({ from, to });
  }
  const length = ranges.reduce((sum, { from, to }) => sum + (to - from) / MS_PER_HOUR, 0);
  return { ranges: mergeAdjacent(ranges), length };
}

function layOut(day: Day, zone: string): LocalDay {
  const midnight = dayStartUtc(day);
  const window = {
    from: midnight - WINDOW_MARGIN,
    to: midnight + HOURS_PER_DAY * MS_PER_HOUR + WINDOW_MARGIN,
  };
  const segments = segmentsOf(window, zone);
  const columns = Array.from({ length: HOURS_PER_DAY }, (_, hour) =>
    columnOf(hour, midnight, segments),
  );
  const ranges = columns.flatMap((column) => column.ranges);
  if (ranges.length === 0) throw new NoSuchDay(day, zone);
  return {
    day,
    zone,
    columns,
    from: least(ranges.map((range) => range.from)),
    to: greatest(ranges.map((range) => range.to)),
  };
}

/** The day that the wall clock of the zone shows at an instant (milliseconds since 1970 UTC). */
export function dayAt(instant: number, zone: string): Day {
  return new Date(instant + zoneOffsetAt(instant, zone)).toISOString().slice(0, 10);
}

/** The wall-clock hour, 0 to 23, that the zone shows at an instant. */
export function hourAt(instant: number, zone: string): number {
  return new Date(instant + zoneOffsetAt(instant, zone)).getUTCHours();
}

/** Cached days: the rules of zones are slow to query, and the same days are needed again. */
const laidOut = new Map<string, LocalDay>();
const MOST_LAID_OUT = 2000;

/**
 * The hours of a calendar day in a zone, as instants.
 *
 * An hour that the clock skips has no range and length 0. One that it shows twice has length 2.
 *
 * @throws NoSuchDay; RangeError for a text that is not a day, or an unknown zone
 */
export function localDay(day: Day, zone: string): LocalDay {
  const key = `${day} ${zone}`;
  const known = laidOut.get(key);
  if (known !== undefined) return known;
  const local = layOut(day, zone);
  if (laidOut.size >= MOST_LAID_OUT) laidOut.clear();
  laidOut.set(key, local);
  return local;
}
