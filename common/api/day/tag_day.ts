import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { dayParams, noBody, nothing, runId } from '../basics/parts';

/** Tags the documents in an analyzed day's flagged hours. The run shows the progress. */
export const tagDay = defineEndpoint({
  id: 'tagDay',
  method: 'post',
  path: `${API_ROOT}/days/{day}/tag`,
  privilege: 'tag',
  summary: "Tag the documents of a day's flagged hours",
  params: dayParams,
  query: nothing,
  body: noBody,
  answer: z.strictObject({ run_id: runId, joined: z.boolean() }),
  status: 202,
  errors: ['day_not_analyzed', 'run_active', 'forbidden_in_elasticsearch'],
});
