import { ApiError } from '../../common/api/basics/errors';
import { getRun } from '../../common/api/runs/get_run';
import { visibleRuns } from '../app/runs/run_owner';
import { fetchRun } from '../elastic/results/run_store';
import { withListedDocuments } from '../elastic/tagging/with_listed_documents';
import { defineRoute } from './route';
import { toApiRun } from '../answers/to_api_run';

export const getRunRoute = defineRoute(getRun, async ({ params, signal }, caller, services) => {
  const found = await fetchRun(caller.client, params.run_id, signal);
  const visible = visibleRuns(found === undefined ? [] : [found.run], caller.name);
  const [run] = await withListedDocuments(caller.client, visible, signal);
  if (run === undefined) throw new ApiError('run_not_found', `there is no run ${params.run_id}`);
  return toApiRun(run, services.now());
});
