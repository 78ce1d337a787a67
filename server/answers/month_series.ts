import { seriesKey } from '../../common/sources';
import { appendAll } from '../../common/lists';
import type { Day } from '../../common/time';
import {
  marksOf,
  MONTH_FIELDS,
  unitOf,
  type FlaggedDay,
  type Mark,
  type MonthRecord,
} from '../app/showing';
import { runOfSource, sourcesByRun, type DayView, type Run } from '../app/runs';
import type { Reader } from './reader';

/** A series of the month, without the part that comes from its findings. */
export interface MonthSeries {
  readonly source: string;
  readonly subtype: string;
  readonly name: string;
  readonly code: string;
  readonly unit: number | null;
  readonly marks: readonly Mark[];
  /** The first day with an event; undefined if no run counted it. */
  readonly first: Day | undefined;
}

/** What is needed to draw the days of a month. */
export interface MonthDays {
  /** Oldest first. */
  readonly views: readonly DayView[];
  /** The place of a day in the month, 0 for the first. */
  readonly placeOf: (day: Day) => number;
  /** The value of `by_hour` from which a run flags an hour. */
  readonly limitOf: (run: Run) => number;
}

interface Collected {
  readonly latest: MonthRecord;
  unit: number | null;
  readonly marks: Mark[];
  first: Day;
}

/**
 * Every series of the month with each hour that left its usual range. Days are read one after the
 * other, the latest first, so that only one is in memory.
 *
 * @param flags by `seriesKey`
 * @throws the client's errors
 */
export async function monthSeries(
  reader: Reader,
  { views, placeOf, limitOf }: MonthDays,
  flags: ReadonlyMap<string, readonly FlaggedDay[]>,
  signal: AbortSignal,
): Promise<MonthSeries[]> {
  const all = new Map<string, Collected>();
  for (const view of [...views].reverse()) {
    const { day } = view.run;
    const stored = await reader.fetchStoredSeries(sourcesByRun([view]), MONTH_FIELDS, signal);
    for (const record of stored.flatMap(({ series }) => series)) {
      const key = seriesKey(record.source, record.subtype);
      const series = all.get(key) ?? { latest: record, unit: null, marks: [], first: day };
      all.set(key, series);
      series.unit ??= unitOf([record]);
      if (record.total > 0) series.first = day;
      const flagged = (flags.get(key) ?? []).find((flag) => flag.day === day)?.hours ?? [];
      const limit = limitOf(runOfSource(view, record.source));
      appendAll(series.marks, marksOf(record, placeOf(day), flagged, series.unit, limit));
    }
  }
  return [...all.values()].map(({ latest: { source, subtype, name, code }, ...rest }) => ({
    source,
    subtype,
    name,
    code,
    ...rest,
  }));
}
