import { getFindings } from '../../common/api/day/get_findings';
import { assembleRows } from '../answers/assemble_rows';
import { dayHead } from '../answers/day_head';
import { limitsOfRun } from '../answers/limits_of_run';
import { defineRoute } from './route';
import { readDay } from '../answers/read_day';
import { seriesKey } from '../answers/series_key';
import { settingsOfRun } from '../answers/settings_of_run';
import { toApiFinding } from '../answers/to_api_finding';
import { toApiRun } from '../answers/to_api_run';

export const getFindingsRoute = defineRoute(
  getFindings,
  async ({ params, signal }, caller, services) => {
    const { settings } = await services.settings.load(signal);
    const view = await readDay(caller, settings, params.day, signal);
    const { run } = view;
    const { rows, findings: found, source_findings } = await assembleRows(caller, view, signal);
    const { summary } = dayHead(run, rows, settingsOfRun(run, settings));
    const byKey = new Map(found.map((one) => [seriesKey(one.source, one.subtype), one]));
    const inOrder = rows.flatMap(
      ({ source, subtype }) => byKey.get(seriesKey(source, subtype)) ?? [],
    );
    const limits = limitsOfRun(run);
    const findings = [...source_findings, ...inOrder].map((one) => toApiFinding(one, limits));
    return { run: toApiRun(run, services.now()), summary, findings };
  },
);
