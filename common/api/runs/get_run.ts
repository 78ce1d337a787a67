import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { noBody, nothing, runParams } from '../basics/parts';
import { runSchema } from '../schemas/run_schema';

/** The state of a run, with its progress. */
export const getRun = defineEndpoint({
  id: 'getRun',
  method: 'get',
  path: `${API_ROOT}/runs/{run_id}`,
  privilege: 'read',
  summary: 'The status and progress of a run',
  params: runParams,
  query: nothing,
  body: noBody,
  answer: runSchema,
  status: 200,
  errors: ['run_not_found'],
});
