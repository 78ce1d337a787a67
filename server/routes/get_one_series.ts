import { getOneSeries, assessmentSchema, MOST_JUDGMENTS, type SeriesRow } from '../../common/api';
import { isDayOf } from '../../common/calendar';
import type { Settings } from '../../common/settings';
import { isDigestKey } from '../../common/sources';
import { daysBefore, localDay } from '../../common/time';
import type { SourceDay } from '../../common/waveform/hours';
import { runOfSource, shownRun, type DayView, type Run } from '../app/runs';
import { prepareSource, type SourceToAssess } from '../app/assessing';
import { allOver, subtypeKey, DEFAULT_SCOPE } from '../app/basics';
import { countsOwner } from '../app/counting';
import { judgmentsOf as ofSeries, NOTHING_DECIDED } from '../app/deciding';
import { readKeptCounts } from '../elastic/counting';
import { fetchJudgments } from '../elastic/silence';
import {
  assembleRow,
  dayHead,
  fetchDayTotals,
  fetchSourceFindings,
  readDay,
  seriesHistory,
  settingsOfRun,
  changedSources,
  sourceOfDay,
  toApiJudgment,
} from '../answers';
import { type Caller, createReader } from '../wiring';
import { defineRoute } from './route';
type Training = { day: string; counts: (number | null)[]; unknown: string | null };

/** The training days of a series as the run saw them, oldest first; unknown if nothing is kept. */
async function trainingOf(
  { client }: Caller,
  view: DayView,
  settings: Settings,
  row: SeriesRow,
  signal: AbortSignal,
): Promise<{ readonly training: Training[]; readonly known: number }> {
  const source = sourceOfDay(view, settings, row.source);
  const run = runOfSource(view, row.source);
  const days = daysBefore(run.day, settings.training.days).reverse();
  const owner = countsOwner(source, run.zone, DEFAULT_SCOPE);
  const kept = await readKeptCounts(client, owner, days, signal);
  const learned: SourceDay[] = days.flatMap((day) => kept.days.get(day) ?? []);
  const toAssess: SourceToAssess = {
    source,
    day: localDay(run.day, run.zone),
    tested: undefined,
    open_hours: new Set(),
    training: learned,
    decided: NOTHING_DECIDED,
  };
  const identity = { scope: DEFAULT_SCOPE, run_id: run.run_id, settings_hash: '', seen_by: null };
  const { training } = prepareSource(toAssess, settings, identity).caseOf(row.subtype);
  const countsOn = new Map(training.map(({ day, counts }) => [day, counts]));
  const unknown = kept.problem ?? 'not counted: no index, or logs that you cannot read';
  return {
    training: days.map((day) => {
      const counts = countsOn.get(day);
      return counts === undefined
        ? { day, counts: Array<null>(24).fill(null), unknown }
        : { day, counts: [...counts], unknown: null };
    }),
    known: learned.filter(({ documents }) => documents > 0).length,
  };
}

function closedDaysOf({ source_results: results }: Run, source: string): number {
  return results.find((result) => result.source === source)?.closed_days ?? 0;
}

/** The effect of calendars on a source in the run. */
function calendarOf({ calendar = [] }: Run, source: string) {
  const own = calendar.filter((one) => isDayOf(one, source));
  return own.map(({ day, means, sources, hours, name }) => ({
    day,
    means,
    sources: sources === null ? null : [...sources],
    hours: hours === null ? null : [...hours],
    name,
  }));
}

/** The judgments of a series when its run was made. */
async function judgmentsOf(
  { client }: Caller,
  { judgments: ids = [] }: Run,
  { source, subtype }: SeriesRow,
  signal: AbortSignal,
) {
  if (ids.length === 0) return [];
  const ofRun = new Set(ids);
  const all = await fetchJudgments(client, DEFAULT_SCOPE, signal);
  const own = ofSeries(
    source,
    all.filter(({ id }) => ofRun.has(id)),
  )(subtype);
  return own.slice(0, MOST_JUDGMENTS).map(toApiJudgment);
}

/** The settings that decide a verdict, without the sources; series are named by their keys. */
function assessmentSettingsOf(settings: Settings) {
  const decisive = Object.entries(settings).filter(([key]) => key in assessmentSchema.shape);
  const assessing = assessmentSchema.parse(Object.fromEntries(decisive));
  const series = assessing.series.map((one) =>
    isDigestKey(one.subtype) ? one : { ...one, subtype: subtypeKey(one.subtype) },
  );
  return { ...assessing, series };
}

export const getOneSeriesRoute = defineRoute(
  getOneSeries,
  async ({ params, query, signal }, caller, services) => {
    const reader = createReader(caller);
    const { settings: present } = await services.settings.load(signal);
    const view = await readDay(reader, present, params.day, signal);
    const { row, flags } = await assembleRow(reader, view, query, signal);
    const run = runOfSource(view, row.source);
    const settings = settingsOfRun(run, present);
    const { training, known } = await trainingOf(caller, view, settings, row, signal);
    const asked = { settings: present, day: params.day, now: services.now() };
    const [{ totals, flagged: ofSeries }, ofSources, silences] = await allOver([
      fetchDayTotals(reader, view, signal),
      fetchSourceFindings(reader, view, signal),
      reader.fetchSilences(asked, signal),
    ]);
    const shown = shownRun(view.run, asked.now);
    const head = dayHead(shown, totals, { ofSources, ofSeries, silences }, settings);
    const changed = await changedSources(reader, view, present, signal);
    return {
      head,
      row: { ...row, subtype: subtypeKey(row.subtype) },
      columns: head.columns,
      history: seriesHistory(flags, row.usual, view.run.day),
      training,
      source_days: known,
      closed_days: closedDaysOf(run, query.source),
      calendar: calendarOf(run, query.source),
      judgments: await judgmentsOf(caller, run, row, signal),
      assessing: assessmentSettingsOf(settings),
      changed_source: changed.find(({ source }) => source.id === row.source) ?? null,
    };
  },
);
