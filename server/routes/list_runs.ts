import { hasResult, listRuns } from '../../common/api';
import { drawLedger, hasResults, toApiRun } from '../answers';
import { createReader } from '../wiring';
import { defineRoute } from './route';
export const listRunsRoute = defineRoute(listRuns, async ({ query, signal }, caller, services) => {
  const reader = createReader(caller);
  const { settings } = await services.settings.load(signal);
  const { days, views } = await drawLedger(reader, services.now(), settings, query, signal);
  const has_results = days.some(hasResult) || (await hasResults(reader, services.now(), signal));
  const schedule_warning = await services.schedule.warning(caller, signal);
  return {
    days: [...days],
    runs: views.map(({ run }) => toApiRun(run, services.now())),
    has_results,
    schedule_warning,
  };
});
