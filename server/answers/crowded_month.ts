import { seriesKey } from '../../common/sources';
import { flaggedMarks, type FlaggedHours, unitOf } from '../app/showing';
import { sourcesByRun, type DayView } from '../app/runs';
import type { MonthDays, MonthSeries } from './month_series';
import type { Reader } from './reader';

/**
 * With more series a day, a month is drawn from its findings: reading each series of each day takes
 * half a minute with 10,000 of them, and the answer would be 10 MB.
 */
const MOST_SERIES = 2_000;

const NAMES = ['source', 'subtype', 'name', 'code', 'usual'] as const;

/** Whether there are too many series to read all of them of all days. */
export function isCrowded(views: readonly DayView[]): boolean {
  return views.some(({ run: { series } }) => series > MOST_SERIES);
}

/** The series of the latest day that has any. They include all that logged on its training days. */
async function latestSeries(reader: Reader, views: readonly DayView[], signal: AbortSignal) {
  for (const view of [...views].reverse()) {
    const stored = await reader.fetchStoredSeries(sourcesByRun([view]), NAMES, signal);
    if (stored.length > 0) return stored.flatMap(({ series }) => series);
  }
  return [];
}

/** Series that had a finding and are no longer in the latest run. */
function goneSeries(
  flags: ReadonlyMap<string, readonly FlaggedHours[]>,
  known: ReadonlySet<string>,
): Omit<MonthSeries, 'marks'>[] {
  return [...flags].flatMap(([key, [flag]]) => {
    if (flag === undefined || flag.subtype === null || known.has(key)) return [];
    const { source, subtype, series_name: name, series_code: code } = flag;
    return [{ source, subtype, name, code, unit: null, first_seen: null }];
  });
}

/**
 * Every series of a month that has so many of them that only flagged hours are drawn. Hours that
 * left their usual range without being flagged are left out, and the answer says so.
 *
 * @param flags by `seriesKey`
 * @throws the client's errors
 */
export async function crowdedMonth(
  reader: Reader,
  { views, placeOf }: MonthDays,
  flags: ReadonlyMap<string, readonly FlaggedHours[]>,
  signal: AbortSignal,
): Promise<MonthSeries[]> {
  const latest = (await latestSeries(reader, views, signal)).map(({ usual, ...names }) => ({
    ...names,
    unit: unitOf([{ usual }]),
    first_seen: null,
  }));
  const known = new Set(latest.map(({ source, subtype }) => seriesKey(source, subtype)));
  return [...latest, ...goneSeries(flags, known)].map((series) => {
    const own = flags.get(seriesKey(series.source, series.subtype)) ?? [];
    const marks = own.flatMap(({ day, flagged }) =>
      flaggedMarks(flagged, placeOf(day), series.unit),
    );
    return { ...series, marks };
  });
}
