import { greatest } from '../../../common/lists';
import type { Day } from '../../../common/time';
import type { SeriesRecord } from '../assessing';
import { type DayFlag, stretchesOfDay } from './month_stretches';

/** What a month needs to know about a series on a day. */
export type MonthRecord = Pick<
  SeriesRecord,
  'source' | 'subtype' | 'name' | 'code' | 'today' | 'usual' | 'outer' | 'by_hour' | 'total'
>;

/** The fields of a record that a month needs. */
export const MONTH_FIELDS: readonly (keyof MonthRecord)[] = [
  'source',
  'subtype',
  'name',
  'code',
  'today',
  'usual',
  'outer',
  'by_hour',
  'total',
];

/** Day (0 is the first), hour, distance from usual in units, and whether it was flagged. */
export type Mark = [day: number, hour: number, units: number, flagged: boolean];

/** The unit of a row is at least this many events, so that one event does not look like a peak. */
const LEAST_UNIT = 5;
/** Below this share of the threshold, an hour outside its band is probably chance. */
const NOTABLE = 0.5;

/**
 * Usual count of the busiest hour over the given days, latest first, and at least 5; null if
 * nothing is usual.
 */
export function unitOf(
  records: readonly (Pick<MonthRecord, 'usual'> | undefined)[],
): number | null {
  for (const record of records) {
    const busiest = greatest([0, ...(record?.usual ?? [])]);
    if (busiest > 0) return Math.max(LEAST_UNIT, busiest);
  }
  return null;
}

/** The distance of a count from usual, in units; only its direction if nothing is usual. */
function unitsOf(count: number, usual: number, unit: number | null): number {
  const away = count - usual;
  return Number((unit === null ? Math.sign(away) : away / unit).toPrecision(4));
}

/** The marks of the hours that were flagged on a day, from the finding alone. */
export function flaggedMarks(
  flagged: readonly { hour: number; events: number; expected: number | null }[],
  day: number,
  unit: number | null,
): Mark[] {
  return flagged.map(({ hour, events, expected }) => [
    day,
    hour,
    unitsOf(events, expected ?? 0, unit),
    true,
  ]);
}

/**
 * The hours of a day that left their usual range: those that were flagged, and those outside the
 * outer band with at least half the surprise (under the talk's method: the contribution) of a
 * flagged hour.
 *
 * @param limit the value of `by_hour` from which an hour is flagged
 */
export function marksOf(
  record: MonthRecord,
  day: number,
  flagged: readonly number[],
  unit: number | null,
  limit: number,
): Mark[] {
  return record.today.flatMap((count, hour): Mark[] => {
    if (count === null) return [];
    const isFlagged = flagged.includes(hour);
    const [low, high] = [record.outer?.low[hour] ?? 0, record.outer?.high[hour] ?? Infinity];
    const isNotable = Math.abs(record.by_hour?.[hour] ?? 0) >= NOTABLE * limit;
    if (!isFlagged && !(isNotable && (count < low || count > high))) return [];
    return [[day, hour, unitsOf(count, record.usual?.[hour] ?? 0, unit), isFlagged]];
  });
}

/** Day (0 is the first) and a stretch of its hours in which a series was silent. */
export type SilentHours = [day: number, from: number, to: number];

/** The hours in which a series was silent, as stretches. */
export function silentHours(
  flags: readonly DayFlag[],
  placeOf: (day: Day) => number,
): SilentHours[] {
  return flags
    .filter(({ verdict }) => verdict === 'silent')
    .flatMap((flag) =>
      stretchesOfDay(flag)
        .filter(({ direction }) => direction === 'less')
        .map(({ from, to }): SilentHours => [placeOf(flag.day), from, to]),
    );
}
