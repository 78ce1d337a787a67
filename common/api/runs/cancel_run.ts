import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { noBody, nothing, runId, runParams } from '../basics/parts';
import { RUN_STATUSES } from '../schemas/run_schema';

/** Cancels a run. It stops within seconds, removes its tags and keeps the counted days. */
export const cancelRun = defineEndpoint({
  id: 'cancelRun',
  method: 'post',
  path: `${API_ROOT}/runs/{run_id}/cancel`,
  privilege: 'run',
  summary: 'Cancel a run',
  params: runParams,
  query: nothing,
  body: noBody,
  answer: z.strictObject({ run_id: runId, status: z.enum(RUN_STATUSES) }),
  status: 202,
  errors: ['run_not_found'],
});
