import type { z } from 'zod';
import type { getSeriesOfDay } from '../../common/api';
import type { DayTable } from '../../common/report';
import type { Settings } from '../../common/settings';
import type { Source } from '../../common/sources';
import type { Day } from '../../common/time';
import { allOver, subtypeKey } from '../app/basics';
import { shownRun } from '../app/runs';
import type { SilenceRow } from '../app/silence';
import { assembleRows } from './assemble_rows';
import { dayHead } from './day_head';
import { totalsOfRows } from './day_totals';
import { fetchRowMarks, markingRows } from './marked_rows';
import { limitsOfRun } from './limits_of_run';
import { readDay } from './read_day';
import type { Reader } from './reader';
import { notingGoneSeries } from './series_gone';
import { settingsOfRun } from './settings_of_run';
import { changedSources, sourcesOfRuns } from './source_of_day';
import { toApiFinding } from './to_api_finding';
import { toApiRun } from './to_api_run';

type SeriesAnswer = z.output<typeof getSeriesOfDay.answer>;

/** The day that is read. */
interface AskedSeries {
  readonly settings: Settings;
  readonly day: Day;
  readonly now: Date;
}

/** A silence that names its series as the rows do. */
export function silenceWithKey(silence: SilenceRow): SilenceRow {
  const { subtype, below } = silence;
  const keyOf = (one: string | null) => (one === null ? null : subtypeKey(one));
  const folded = below.map((one) => ({ ...one, subtype: keyOf(one.subtype) }));
  return { ...silence, subtype: keyOf(subtype), below: folded };
}

interface SeriesWithSilences {
  readonly answer: SeriesAnswer;
  readonly silences: readonly SilenceRow[];
  /** As the runs of the day had them. */
  readonly sources: readonly Source[];
}

async function seriesWithSilences(
  reader: Reader,
  { settings, day, now }: AskedSeries,
  signal: AbortSignal,
): Promise<SeriesWithSilences> {
  const [view, marks, silences] = await allOver([
    readDay(reader, settings, day, signal),
    fetchRowMarks(reader, signal),
    reader.fetchSilences({ settings, day, now }, signal),
  ]);
  const assembled = await assembleRows(reader, view, signal);
  const { source_findings: ofSources, findings: ofSeries } = assembled;
  const flagged = { ofSources, ofSeries, silences };
  const rows = assembled.rows.map(markingRows(marks, view.run));
  const run = shownRun(notingGoneSeries(view.run, rows), now);
  const limits = limitsOfRun(run);
  const answer = {
    run: toApiRun(run, now),
    head: dayHead(run, totalsOfRows(rows), flagged, settingsOfRun(run, settings)),
    source_findings: ofSources.map((one) => toApiFinding(one, limits)),
    series: rows.map((row) => ({ ...row, subtype: subtypeKey(row.subtype) })),
    changed_sources: await changedSources(reader, view, settings, signal),
  };
  return { answer, silences, sources: sourcesOfRuns(view, settings) };
}

/**
 * Every series of an analyzed day, for the page.
 *
 * @throws ApiError `day_not_analyzed`
 */
export async function seriesOfDay(
  reader: Reader,
  asked: AskedSeries,
  signal: AbortSignal,
): Promise<SeriesAnswer> {
  const { answer } = await seriesWithSilences(reader, asked, signal);
  return answer;
}

/**
 * Every series of an analyzed day, and what was silent at its end, for its table.
 *
 * @throws ApiError `day_not_analyzed`
 */
export async function tableOfDay(
  reader: Reader,
  asked: AskedSeries,
  signal: AbortSignal,
): Promise<DayTable> {
  const { answer, silences, sources } = await seriesWithSilences(reader, asked, signal);
  return { ...answer, sources_of_runs: sources, silences: silences.map(silenceWithKey) };
}
