import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { noBody, nothing } from '../basics/parts';

/**
 * Whether Elasticsearch answers a ping within a second: for a caller that waits for another answer
 * and wants to know why. If it does not, this fails with `elasticsearch_unreachable`.
 */
export const getElasticsearch = defineEndpoint({
  id: 'getElasticsearch',
  method: 'get',
  path: `${API_ROOT}/elasticsearch`,
  privilege: 'read',
  summary: 'Whether Elasticsearch answers',
  params: nothing,
  query: nothing,
  body: noBody,
  answer: z.strictObject({
    /** It also answers if it refuses the caller. */
    answers: z.literal(true),
  }),
  status: 200,
  errors: [],
});
