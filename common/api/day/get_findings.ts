import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { findingSchema } from '../schemas/finding_schema';
import { dayParams, MAX_SERIES, noBody, nothing, sentence } from '../basics/parts';
import { runSchema } from '../schemas/run_schema';

/** The findings of a day, the most surprising first. */
export const getFindings = defineEndpoint({
  id: 'getFindings',
  method: 'get',
  path: `${API_ROOT}/days/{day}/findings`,
  privilege: 'read',
  summary: 'The findings of a day',
  params: dayParams,
  query: nothing,
  body: noBody,
  answer: z.strictObject({
    run: runSchema,
    summary: sentence,
    findings: z.array(findingSchema).max(MAX_SERIES),
  }),
  status: 200,
  errors: ['day_not_analyzed'],
});
