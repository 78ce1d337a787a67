import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { noBody, nothing } from '../basics/parts';

/** The description of all endpoints, including this one, for client generators. */
export const getOpenApi = defineEndpoint({
  id: 'getOpenApi',
  method: 'get',
  path: `${API_ROOT}/openapi.json`,
  privilege: 'read',
  summary: 'The OpenAPI description of all endpoints',
  params: nothing,
  query: nothing,
  body: noBody,
  answer: z.looseObject({ openapi: z.literal('3.1.0') }),
  status: 200,
  errors: [],
});
