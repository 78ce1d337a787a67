import { ApiError, STRIP_DAYS, type SeriesRow } from '../../common/api';
import { addDays } from '../../common/time';
import { flagsInView, runOfSource, visibleRuns, type DayView } from '../app/runs';
import type { SeriesRecord } from '../app/assessing';
import type { FlaggedHours } from '../app/showing';
import { toSeriesRow } from './assemble_rows';
import { fetchRowMarks, markingRows } from './marked_rows';
import { limitsOfRun } from './limits_of_run';
import type { Reader } from './reader';

/** A series as a request names it: by its key, or by its whole subtype. */
export interface AskedSeries {
  readonly source: string;
  readonly subtype: string;
}

/** A row, and the findings of its series in the 31 days that end with its day. */
export interface RowWithHistory {
  readonly row: SeriesRow;
  readonly flags: readonly FlaggedHours[];
}

/**
 * Reads what was stored of one series of a day: a single block of its source.
 *
 * @throws ApiError `series_not_found`
 */
export async function readRecord(
  reader: Reader,
  view: DayView,
  { source, subtype }: AskedSeries,
  signal: AbortSignal,
): Promise<SeriesRecord> {
  const of = { run_id: runOfSource(view, source).run_id, source };
  const isHeld = view.results.some(({ result }) => result.source === source);
  const record = isHeld ? await reader.fetchOneStoredSeries(of, subtype, signal) : undefined;
  if (record !== undefined) return record;
  throw new ApiError('series_not_found', 'this series had no event on the day, nor before it');
}

/**
 * One series of a day, with its finding, and the findings of the days before.
 *
 * @throws ApiError `series_not_found`
 */
export async function assembleRow(
  reader: Reader,
  view: DayView,
  asked: AskedSeries,
  signal: AbortSignal,
): Promise<RowWithHistory> {
  const record = await readRecord(reader, view, asked, signal);
  const { source, subtype } = record;
  const run = runOfSource(view, source);
  const { day } = view.run;
  const range = { from: addDays(day, 1 - STRIP_DAYS), to: day };
  const [[finding], flagged, runs, marks] = await Promise.all([
    reader.fetchFindingsAbout([{ run_id: run.run_id, source, subtype }], signal),
    reader.fetchFlaggedHours({ ...range, source }, signal),
    reader.fetchRuns(range, signal),
    fetchRowMarks(reader, signal),
  ]);
  const own = flagged.filter((flag) => flag.subtype === subtype);
  const flags = flagsInView(own, visibleRuns(runs, reader.user));
  const days = flags.map((flag) => flag.day);
  const row = toSeriesRow(record, finding, days, limitsOfRun(run));
  return { row: markingRows(marks, view.run)(row), flags };
}
