import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { askedDay, nothing, runId } from '../basics/parts';

/** Starts the analysis of a day, or joins the one that is already running. */
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
    /** Tag the documents in flagged hours; also needs the privilege to tag. */
    tag: z.boolean().default(false),
  }),
  answer: z.strictObject({
    run_id: runId,
    /** Whether another user had already started it. */
    joined: z.boolean(),
  }),
  status: 202,
  errors: ['forbidden', 'forbidden_in_elasticsearch', 'bad_request', 'run_active'],
});
