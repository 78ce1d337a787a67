import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { noBody, nothing, sourceId, subtype } from '../basics/parts';
import { judgmentSchema } from './judgment_schema';

/** How many judgments are listed, the latest first. */
export const MOST_JUDGMENTS = 1000;

/** All judgments of findings, including those that were taken back. */
export const getJudgments = defineEndpoint({
  id: 'getJudgments',
  method: 'get',
  path: `${API_ROOT}/judgments`,
  privilege: 'read',
  summary: 'The judgments of all series or of one, the latest first',
  params: nothing,
  query: z.strictObject({
    source: sourceId.optional(),
    subtype: subtype.optional(),
  }),
  body: noBody,
  answer: z.strictObject({ judgments: z.array(judgmentSchema).max(MOST_JUDGMENTS) }),
  status: 200,
  errors: ['forbidden_in_elasticsearch'],
});
