import { ApiError, getRun } from '../../common/api';
import { visibleRuns } from '../app/runs';
import { fetchRun } from '../elastic/results';
import { withListedDocuments } from '../elastic/tagging';
import { defineRoute } from './route';
import { toApiRun } from '../answers';

export const getRunRoute = defineRoute(getRun, async ({ params, signal }, caller, services) => {
  const found = await fetchRun(caller.client, params.run_id, signal);
  const visible = visibleRuns(found === undefined ? [] : [found.run], caller.name);
  const [run] = await withListedDocuments(caller.client, visible, signal);
  if (run === undefined) throw new ApiError('run_not_found', `there is no run ${params.run_id}`);
  return toApiRun(run, services.now());
});
