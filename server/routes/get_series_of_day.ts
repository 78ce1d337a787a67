import { getSeriesOfDay } from '../../common/api';
import { subtypeKey } from '../app/basics';
import {
  assembleRows,
  dayHead,
  limitsOfRun,
  notingGoneSeries,
  readDay,
  settingsOfRun,
  changedSources,
  toApiFinding,
  toApiRun,
  totalsOfRows,
} from '../answers';
import { createReader } from '../wiring';
import { defineRoute } from './route';
export const getSeriesOfDayRoute = defineRoute(
  getSeriesOfDay,
  async ({ params, signal }, caller, services) => {
    const reader = createReader(caller);
    const { settings } = await services.settings.load(signal);
    const view = await readDay(reader, settings, params.day, signal);
    const { rows, source_findings } = await assembleRows(reader, view, signal);
    const run = notingGoneSeries(view.run, rows);
    const limits = limitsOfRun(run);
    return {
      run: toApiRun(run, services.now()),
      head: dayHead(run, totalsOfRows(rows), source_findings, settingsOfRun(run, settings)),
      source_findings: source_findings.map((one) => toApiFinding(one, limits)),
      series: rows.map((row) => ({ ...row, subtype: subtypeKey(row.subtype) })),
      changed_sources: await changedSources(reader, view, settings, signal),
    };
  },
);
