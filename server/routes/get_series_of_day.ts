import { getSeriesOfDay } from '../../common/api/day/get_series_of_day';
import { subtypeKey } from '../app/basics/subtype_key';
import { assembleRows } from '../answers/assemble_rows';
import { dayHead } from '../answers/day_head';
import { limitsOfRun } from '../answers/limits_of_run';
import { defineRoute } from './route';
import { readDay } from '../answers/read_day';
import { settingsOfRun } from '../answers/settings_of_run';
import { changedSources } from '../answers/source_of_day';
import { toApiFinding } from '../answers/to_api_finding';
import { toApiRun } from '../answers/to_api_run';

export const getSeriesOfDayRoute = defineRoute(
  getSeriesOfDay,
  async ({ params, signal }, caller, services) => {
    const { settings } = await services.settings.load(signal);
    const view = await readDay(caller, settings, params.day, signal);
    const { run } = view;
    const { rows, source_findings } = await assembleRows(caller, view, signal);
    const limits = limitsOfRun(run);
    return {
      run: toApiRun(run, services.now()),
      head: dayHead(run, rows, settingsOfRun(run, settings)),
      source_findings: source_findings.map((one) => toApiFinding(one, limits)),
      series: rows.map((row) => ({ ...row, subtype: subtypeKey(row.subtype) })),
      changed_sources: await changedSources(caller, view, settings, signal),
    };
  },
);
