import { seriesKey } from '../../common/sources';
import { appendAll } from '../../common/lists';
import { addDays, type Day } from '../../common/time';
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
  /** The day on which it was first seen; null if it was known before, or if that is not known. */
  readonly first_seen: Day | null;
}

/** What is needed to draw the days of a month. */
export interface MonthDays {
  /** Oldest first. */
  readonly views: readonly DayView[];
  /** The place of a day in the month, 0 for the first. */
  readonly placeOf: (day: Day) => number;
  /** The value of `by_hour` from which a run flags an hour. */
  readonly limitOf: (run: Run) => number;
  /** Whether all events of a day were counted. */
  readonly isWhole: (day: Day) => boolean;
}

interface Collected {
  readonly latest: MonthRecord;
  unit: number | null;
  readonly marks: Mark[];
  /** Its first record: of a day on which it had events, or had had some in training. */
  earliest: { readonly day: Day; readonly hasEvents: boolean };
}

/** Whether a source was assessed on a day, with all of its events. */
function isCounted({ views, isWhole }: MonthDays, source: string, day: Day): boolean {
  const view = views.find(({ run }) => run.day === day);
  const held = view?.results.find(({ result }) => result.source === source);
  return isWhole(day) && held?.result.state === 'judged';
}

/**
 * The day on which a series was first seen. A day has a record of each series that had events on it
 * or on its training days, so one without a record before had none. That is known if the day before
 * was analyzed, or if the finding of the day says so.
 */
function firstSeen(
  { latest: { source }, earliest }: Collected,
  flags: readonly FlaggedDay[],
  days: MonthDays,
): Day | null {
  const { day, hasEvents } = earliest;
  if (!hasEvents) return null;
  const isNew = flags.some((flag) => flag.day === day && flag.verdict === 'new');
  return isNew || isCounted(days, source, addDays(day, -1)) ? day : null;
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
  days: MonthDays,
  flags: ReadonlyMap<string, readonly FlaggedDay[]>,
  signal: AbortSignal,
): Promise<MonthSeries[]> {
  const { views, placeOf, limitOf } = days;
  const all = new Map<string, Collected>();
  for (const view of [...views].reverse()) {
    const { day } = view.run;
    const stored = await reader.fetchStoredSeries(sourcesByRun([view]), MONTH_FIELDS, signal);
    for (const record of stored.flatMap(({ series }) => series)) {
      const key = seriesKey(record.source, record.subtype);
      const earliest = { day, hasEvents: record.total > 0 };
      const series = all.get(key) ?? { latest: record, unit: null, marks: [], earliest };
      all.set(key, series);
      series.unit ??= unitOf([record]);
      series.earliest = earliest;
      const flagged = (flags.get(key) ?? []).find((flag) => flag.day === day)?.hours ?? [];
      const limit = limitOf(runOfSource(view, record.source));
      appendAll(series.marks, marksOf(record, placeOf(day), flagged, series.unit, limit));
    }
  }
  return [...all].map(([key, collected]) => {
    const { latest, unit, marks } = collected;
    const { source, subtype, name, code } = latest;
    const first_seen = firstSeen(collected, flags.get(key) ?? [], days);
    return { source, subtype, name, code, unit, marks, first_seen };
  });
}
