import type { z } from 'zod';
import type { getSeriesOfDay } from '../../common/api';
import type { Settings } from '../../common/settings';
import type { Day } from '../../common/time';
import { subtypeKey } from '../app/basics';
import { assembleRows } from './assemble_rows';
import { dayHead } from './day_head';
import { totalsOfRows } from './day_totals';
import { fetchRowMarks, markingRows } from './marked_rows';
import { limitsOfRun } from './limits_of_run';
import { readDay } from './read_day';
import type { Reader } from './reader';
import { notingGoneSeries } from './series_gone';
import { settingsOfRun } from './settings_of_run';
import { changedSources } from './source_of_day';
import { toApiFinding } from './to_api_finding';
import { toApiRun } from './to_api_run';

/**
 * Every series of an analyzed day, for the page and for reports.
 *
 * @throws ApiError `day_not_analyzed`
 */
export async function seriesOfDay(
  reader: Reader,
  { settings, day, now }: { readonly settings: Settings; readonly day: Day; readonly now: Date },
  signal: AbortSignal,
): Promise<z.output<typeof getSeriesOfDay.answer>> {
  const [view, marks, silences] = await Promise.all([
    readDay(reader, settings, day, signal),
    fetchRowMarks(reader, signal),
    reader.fetchSilences({ settings, day, now }, signal),
  ]);
  const assembled = await assembleRows(reader, view, signal);
  const { source_findings: ofSources, findings: ofSeries } = assembled;
  const flagged = { ofSources, ofSeries, silences };
  const rows = assembled.rows.map(markingRows(marks, view.run));
  const run = notingGoneSeries(view.run, rows);
  const limits = limitsOfRun(run);
  return {
    run: toApiRun(run, now),
    head: dayHead(run, totalsOfRows(rows), flagged, settingsOfRun(run, settings)),
    source_findings: ofSources.map((one) => toApiFinding(one, limits)),
    series: rows.map((row) => ({ ...row, subtype: subtypeKey(row.subtype) })),
    changed_sources: await changedSources(reader, view, settings, signal),
  };
}
