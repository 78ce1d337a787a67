import { getOneSeries, judgingSchema } from '../../common/api/day/get_one_series';
import type { SeriesRow } from '../../common/api/schemas/series_schema';
import type { Settings } from '../../common/settings/settings';
import { isDigestKey } from '../../common/sources/long_subtype';
import { daysBefore } from '../../common/time/day';
import { localDay } from '../../common/time/local_day';
import type { SourceDay } from '../../common/waveform/hours/source_day';
import { runOfSource, type DayView } from '../app/runs/view/day_view';
import { prepareSource } from '../app/assessing/judge_source';
import type { Run } from '../app/runs/run';
import type { SourceToJudge } from '../app/assessing/source_to_judge';
import { subtypeKey } from '../app/basics/subtype_key';
import { countsOwner } from '../elastic/counting/counts_block';
import { readKeptCounts } from '../elastic/counting/counts_store';
import { assembleRows, rowOf } from '../answers/assemble_rows';
import type { Caller } from '../wiring/caller';
import { dayHead } from '../answers/day_head';
import { defineRoute } from './route';
import { readDay } from '../answers/read_day';
import { SCOPE } from '../wiring/services';
import { settingsOfRun } from '../answers/settings_of_run';
import { changedSources, sourceOfDay } from '../answers/source_of_day';

type Training = { day: string; counts: (number | null)[]; unknown: string | null };

/** The training days of a series as the run saw them, oldest first; unknown where nothing is kept. */
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
  const owner = countsOwner(source, run.zone, SCOPE);
  const kept = await readKeptCounts(client, owner, days, signal);
  const learnt: SourceDay[] = days.flatMap((day) => kept.days.get(day) ?? []);
  const toJudge: SourceToJudge = {
    source,
    day: localDay(run.day, run.zone),
    tested: undefined,
    openHours: new Set(),
    training: learnt,
  };
  const identity = { scope: SCOPE, run_id: run.run_id, settings_hash: '', seen_by: null };
  const { training } = prepareSource(toJudge, settings, identity).caseOf(row.subtype);
  const countsOn = new Map(training.map(({ day, counts }) => [day, counts]));
  const unknown = kept.problem ?? 'not counted: no index, or logs that nobody may read';
  return {
    training: days.map((day) => {
      const counts = countsOn.get(day);
      return counts === undefined
        ? { day, counts: Array<null>(24).fill(null), unknown }
        : { day, counts: [...counts], unknown: null };
    }),
    known: learnt.filter(({ documents }) => documents > 0).length,
  };
}

function closedDaysOf({ source_results: results }: Run, source: string): number {
  return results.find((result) => result.source === source)?.closed_days ?? 0;
}

/** The settings that decide a verdict, without the sources; series are named by their keys. */
function judgingOf(settings: Settings) {
  const decisive = Object.entries(settings).filter(([key]) => key in judgingSchema.shape);
  const judging = judgingSchema.parse(Object.fromEntries(decisive));
  const series = judging.series.map((one) =>
    isDigestKey(one.subtype) ? one : { ...one, subtype: subtypeKey(one.subtype) },
  );
  return { ...judging, series };
}

export const getOneSeriesRoute = defineRoute(
  getOneSeries,
  async ({ params, query, signal }, caller, services) => {
    const { settings: present } = await services.settings.load(signal);
    const view = await readDay(caller, present, params.day, signal);
    const { rows } = await assembleRows(caller, view, signal);
    const row = rowOf(rows, query);
    const run = runOfSource(view, row.source);
    const settings = settingsOfRun(run, present);
    const { training, known } = await trainingOf(caller, view, settings, row, signal);
    const head = dayHead(view.run, rows, settings);
    const changed = await changedSources(caller, view, present, signal);
    return {
      head,
      row: { ...row, subtype: subtypeKey(row.subtype) },
      columns: head.columns,
      training,
      source_days: known,
      closed_days: closedDaysOf(run, query.source),
      judging: judgingOf(settings),
      changed_source: changed.find(({ source }) => source.id === row.source) ?? null,
    };
  },
);
