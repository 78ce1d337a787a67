import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { askedDay, nothing, runId } from '../basics/parts';

/** Starts the analysis of a day; a day that is being analyzed already is joined. */
export const startRun = defineEndpoint({
  id: 'startRun',
  method: 'post',
  path: `${API_ROOT}/runs`,
  privilege: 'run',
  summary: 'Start the analysis of a day',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    day: askedDay,
    /** Tag the documents of flagged hours; needs the privilege to tag as well. */
    tag: z.boolean().default(false),
  }),
  answer: z.strictObject({
    run_id: runId,
    /** Whether somebody else had started it already. */
    joined: z.boolean(),
  }),
  status: 202,
  errors: ['forbidden', 'forbidden_in_elasticsearch', 'bad_request', 'run_active'],
});
