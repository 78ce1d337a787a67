import { ApiError, STRIP_DAYS, type SeriesRow } from '../../common/api';
import { addDays, localDay } from '../../common/time';
import { flagsInView, runOfSource, visibleRuns, type DayView } from '../app/runs';
import type { SeriesRecord } from '../app/assessing';
import type { FlaggedHours } from '../app/showing';
import { toSeriesRow } from './assemble_rows';
import { fetchRowMarks, markingRows } from './marked_rows';
import { limitsOfRun } from './limits_of_run';
import type { Reader } from './reader';
import { noSource } from './source_of';
import { allOver } from '../app/basics';

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
 * @throws ApiError `source_not_found`, `series_not_found`
 */
export async function readRecord(
  reader: Reader,
  view: DayView,
  { source, subtype }: AskedSeries,
  signal: AbortSignal,
): Promise<SeriesRecord> {
  const held = view.results.map(({ result }) => result.source);
  if (!held.includes(source)) throw noSource(source, held);
  const of = { run_id: runOfSource(view, source).run_id, source };
  const record = await reader.fetchOneStoredSeries(of, subtype, signal);
  if (record !== undefined) return record;
  throw new ApiError(
    'series_not_found',
    `there is no series ${subtype} of ${source} on ${view.run.day}: it had no event on that day, nor on the days before it that were counted`,
  );
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
  const { day, zone } = view.run;
  const { columns } = localDay(day, zone);
  const range = { from: addDays(day, 1 - STRIP_DAYS), to: day };
  const [[finding], flagged, runs, marks] = await allOver([
    reader.fetchFindingsAbout([{ run_id: run.run_id, source, subtype }], signal),
    reader.fetchFlaggedHours({ ...range, source }, signal),
    reader.fetchRuns(range, signal),
    fetchRowMarks(reader, signal),
  ]);
  const own = flagged.filter((flag) => flag.subtype === subtype);
  const flags = flagsInView(own, visibleRuns(runs, reader.user));
  const days = flags.map((flag) => flag.day);
  const row = toSeriesRow(record, finding, days, limitsOfRun(run), columns);
  return { row: markingRows(marks, view.run)(row), flags };
}
