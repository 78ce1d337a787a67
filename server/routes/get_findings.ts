import { seriesKey } from '../../common/sources';
import { getFindings } from '../../common/api';
import {
  assembleRows,
  dayHead,
  limitsOfRun,
  readDay,
  settingsOfRun,
  toApiFinding,
  toApiRun,
  totalsOfRows,
} from '../answers';
import { shownRun } from '../app/runs';
import { createReader } from '../wiring';
import { defineRoute } from './route';
import { allOver } from '../app/basics';
export const getFindingsRoute = defineRoute(
  getFindings,
  async ({ params, signal }, caller, services) => {
    const reader = createReader(caller);
    const { settings } = await services.settings.load(signal);
    const view = await readDay(reader, settings, params.day, signal);
    const { run } = view;
    const now = services.now();
    const [assembled, silences] = await allOver([
      assembleRows(reader, view, signal),
      reader.fetchSilences({ settings, day: params.day, now }, signal),
    ]);
    const { rows, findings: found, source_findings } = assembled;
    const { summary } = dayHead(
      shownRun(run, now),
      totalsOfRows(rows),
      { ofSources: source_findings, ofSeries: found, silences },
      settingsOfRun(run, settings),
    );
    const byKey = new Map(found.map((one) => [seriesKey(one.source, one.subtype), one]));
    const inOrder = rows.flatMap(
      ({ source, subtype }) => byKey.get(seriesKey(source, subtype)) ?? [],
    );
    const limits = limitsOfRun(run);
    const findings = [...source_findings, ...inOrder].map((one) => toApiFinding(one, limits));
    return { run: toApiRun(run, now), summary, findings };
  },
);
