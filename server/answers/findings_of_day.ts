import type { DayAnswer } from '../../common/report';
import { seriesKey } from '../../common/sources';
import type { Settings } from '../../common/settings';
import type { Day } from '../../common/time';
import { chartTop, type Finding } from '../../common/waveform/hours';
import { DRAWN_FIELDS, type DrawnSeries, type DrawnSource } from '../app/assessing';
import { allOver, subtypeKey } from '../app/basics';
import {
  type DayView,
  type Run,
  runOfSource,
  shownRun,
  sourcesByRun,
  viewOfDay,
} from '../app/runs';
import { drawnAhead, findingsAhead, readAhead, type ReadAhead } from './ahead/read_ahead';
import { bandOf, findingsInView, inOrder, inView } from './assemble_rows';
import { dayHead, daySummary } from './day_head';
import { fetchBases, totalsOfFindings } from './day_totals';
import { limitsOfRun } from './limits_of_run';
import { fetchRowMarks, markingRows } from './marked_rows';
import { notAnalyzed, runsOf } from './read_day';
import type { Reader } from './reader';
import { notingGoneSeries } from './series_gone';
import { silenceWithKey } from './series_of_day';
import { settingsOfRun } from './settings_of_run';
import { sourcesOfRuns } from './source_of_day';
import { toApiFinding, toRowFinding } from './to_api_finding';
import { toApiRun } from './to_api_run';

/** Series of one source that could not be assessed for one reason. */
type NotAssessed = NonNullable<DayAnswer['not_assessed']>[number];

/** How many findings a report draws. */
const MOST_DRAWN = 50;

/** The findings of a view, as far as they were not read ahead. */
async function fetchFindings(
  reader: Reader,
  view: DayView,
  ahead: ReadAhead,
  signal: AbortSignal,
): Promise<Finding[]> {
  const known = findingsAhead(ahead, view);
  return known === undefined ? findingsInView(reader, view, signal) : inView(known, view);
}

/** The rows that were stored for reports, as far as they were not read ahead. */
async function fetchReady(
  reader: Reader,
  view: DayView,
  ahead: ReadAhead,
  signal: AbortSignal,
): Promise<readonly DrawnSource[]> {
  const { known, missing } = drawnAhead(ahead, view);
  const wanted = missing.map(({ run: { run_id, attempt }, result: { source } }) => {
    return { run_id, attempt, source };
  });
  return [...known, ...(await reader.fetchDrawnSeries(wanted, signal))];
}

/** Why series were not assessed. Runs have it; for older versions, their series do. */
async function fetchNotAssessed(
  reader: Reader,
  { run, results }: DayView,
  signal: AbortSignal,
): Promise<NotAssessed[]> {
  const told = results.flatMap(({ result: { source, not_assessed: groups = [] } }) =>
    groups.map((group) => ({ source, ...group })),
  );
  const untold = results.filter(
    ({ result }) => result.not_assessed === undefined && result.not_judged > 0,
  );
  const wanted = sourcesByRun([{ run, results: untold }]);
  const stored = await reader.fetchStoredSeries(wanted, ['state', 'reason'], signal);
  const counted = stored.flatMap(({ source, series }) => {
    const reasons = new Map<string, number>();
    for (const { state, reason } of series) {
      if (state !== 'not_judged') continue;
      reasons.set(reason ?? '', (reasons.get(reason ?? '') ?? 0) + 1);
    }
    return [...reasons].map(([reason, number]) => ({ source, reason, series: number }));
  });
  return [...told, ...counted];
}

/**
 * The findings that are drawn, with their rows. The rows that reports need were stored with the
 * run. Further ones, and those of older versions, are searched for among all series.
 */
async function fetchDrawn(
  reader: Reader,
  view: DayView,
  ready: readonly DrawnSource[],
  findings: readonly Finding[],
  signal: AbortSignal,
): Promise<Map<string, DrawnSeries>> {
  const known = ready.flatMap(({ series }) => series);
  const drawn = new Map(known.map((one) => [seriesKey(one.source, one.subtype), one] as const));
  const isMissing = ({ source, subtype }: Finding): boolean =>
    !drawn.has(seriesKey(source, subtype));
  const missing = new Set(
    findings
      .slice(0, MOST_DRAWN)
      .filter(isMissing)
      .map(({ source }) => source),
  );
  if (missing.size === 0) return drawn;
  const results = view.results.filter(({ result }) => missing.has(result.source));
  const wanted = sourcesByRun([{ run: view.run, results }]);
  for (const { series } of await reader.fetchStoredSeries(wanted, DRAWN_FIELDS, signal)) {
    for (const one of series) drawn.set(seriesKey(one.source, one.subtype), one);
  }
  return drawn;
}

/** A finding as a row, from what was stored for drawing it, or else from the finding itself. */
function toRow(finding: Finding, drawn: DrawnSeries | undefined, run: Run) {
  const { source, subtype, usual_day: usual } = finding;
  const { today } = drawn ?? finding;
  const level = drawn === undefined ? usual : drawn.usual;
  return {
    source,
    subtype: subtype ?? '',
    state: 'unusual' as const,
    reason: null,
    surprise: finding.surprise,
    today: [...today],
    usual: level === null ? null : [...level],
    inner: bandOf(drawn?.inner ?? null),
    outer: bandOf(drawn?.outer ?? null),
    top: drawn?.top ?? chartTop([...today.map((count) => count ?? 0), ...(usual ?? [])]),
    finding: toRowFinding(finding, limitsOfRun(run)),
  };
}

/** The order of rows, by the findings alone. */
function bySurprise(a: Finding, b: Finding): number {
  const toOrdered = ({ source, subtype, surprise }: Finding) => {
    return { source, subtype: subtype ?? '', surprise, finding: { surprise } };
  };
  return inOrder(toOrdered(a), toOrdered(b));
}

/** Whether any series of a day are stored. Needed if nothing was stored for reports. */
async function hasSeries(reader: Reader, view: DayView, signal: AbortSignal): Promise<boolean> {
  const stored = await reader.fetchStoredSeries(sourcesByRun([view]), ['source'], signal);
  return stored.some(({ series }) => series.length > 0);
}

/**
 * The findings of an analyzed day for a report, and what was silent at its end. Of all other series only numbers are read.
 *
 * @throws ApiError `day_not_analyzed`, and the client's errors
 */
export async function findingsOfDay(
  reader: Reader,
  { settings, day, now }: { readonly settings: Settings; readonly day: Day; readonly now: Date },
  signal: AbortSignal,
): Promise<DayAnswer> {
  const [runs, ahead, tagged, marks, silences] = await allOver([
    runsOf(reader, settings, day, signal),
    readAhead(reader, settings, day, signal),
    reader.fetchTaggedByDay({ from: day, to: day }, signal),
    fetchRowMarks(reader, signal),
    reader.fetchSilences({ settings, day, now }, signal),
  ]);
  const place = viewOfDay(runs);
  if (place === undefined) throw notAnalyzed(day);
  const [numbered, findings, ready, bases, notAssessed] = await allOver([
    reader.withStoredNumbers(runs, signal, tagged),
    fetchFindings(reader, place, ahead, signal),
    fetchReady(reader, place, ahead, signal),
    fetchBases(reader, place, signal),
    fetchNotAssessed(reader, place, signal),
  ]);
  const view = viewOfDay(numbered) ?? place;
  const ofSources = findings.filter(({ subtype }) => subtype === null);
  const ofSeries = findings.filter(({ subtype }) => subtype !== null).sort(bySurprise);
  const isGone = ready.length === 0 && !(await hasSeries(reader, place, signal));
  const noted = isGone ? notingGoneSeries(view.run, []) : view.run;
  const run = shownRun(noted, now);
  const shown = noted === view.run ? ofSeries : [];
  const drawn = await fetchDrawn(reader, view, ready, shown, signal);
  const mark = markingRows(marks, view.run);
  const rows = shown.map((finding) => {
    const { source, subtype } = finding;
    const own = drawn.get(seriesKey(source, subtype));
    const row = toRow(finding, own, runOfSource(view, source));
    return { ...mark(row), subtype: subtypeKey(row.subtype) };
  });
  const limits = limitsOfRun(run);
  const totals = totalsOfFindings(view, rows, bases);
  const flagged = { ofSources, ofSeries, silences };
  const used = settingsOfRun(run, settings);
  return {
    run: toApiRun(run, now),
    head: dayHead(run, totals, flagged, used),
    summary_without_names: daySummary(run, totals, flagged, used, false),
    source_findings: ofSources.map((one) => toApiFinding(one, limits)),
    series: rows,
    not_assessed: notAssessed,
    sources_of_runs: sourcesOfRuns(view, settings),
    silences: silences.map(silenceWithKey),
  };
}
