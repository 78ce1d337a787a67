import { z } from 'zod';
import type { Endpoint } from './endpoint';
import { endpoints } from './index';
import { ERROR_STATUS, type ErrorCode } from './errors';

type Json = Record<string, unknown>;

const errorBody = z.strictObject({
  statusCode: z.number().int().min(400).max(599),
  error: z.string().max(100),
  message: z.string().max(10_000),
  attributes: z.looseObject({ code: z.string().max(100) }).optional(),
});

/** What any endpoint may answer besides its own errors. */
const COMMON_ERRORS: readonly ErrorCode[] = [
  'bad_request',
  'unauthorized',
  'forbidden',
  'internal',
  'elasticsearch_refused',
  'elasticsearch_unreachable',
];

function schemaOf(type: z.ZodType, io: 'input' | 'output'): Json {
  const schema: Json = { ...z.toJSONSchema(type, { io, unrepresentable: 'any' }) };
  // The document names its dialect once; a schema within must not.
  delete schema['$schema'];
  return schema;
}

interface ObjectSchema {
  readonly properties?: Record<string, Json>;
  readonly required?: readonly string[];
}

/** The keys of an object schema as parameters of a path or a query. */
function parametersIn(place: 'path' | 'query', type: z.ZodType): Json[] {
  const { properties = {}, required = [] }: ObjectSchema = schemaOf(type, 'input');
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}

function errorAnswers(codes: readonly ErrorCode[]): Record<string, Json> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set(codes)) {
    const status = ERROR_STATUS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      String(status),
      {
        description: same.join(', '),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    ]),
  );
}

function takesBody({ method, body }: Endpoint): boolean {
  return method !== 'get' && !body.safeParse(null).success;
}

function operationOf(endpoint: Endpoint): Json {
  const { id, summary, privilege, params, query, body, answer, status, errors } = endpoint;
  const requestBody = {
    required: true,
    content: { 'application/json': { schema: schemaOf(body, 'input') } },
  };
  return {
    operationId: id,
    summary,
    description: `Needs the privilege "${privilege}".`,
    parameters: [...parametersIn('path', params), ...parametersIn('query', query)],
    ...(takesBody(endpoint) ? { requestBody } : {}),
    responses: {
      [String(status)]: {
        description: status === 202 ? 'It has begun.' : 'Done.',
        content: { 'application/json': { schema: schemaOf(answer, 'output') } },
      },
      ...errorAnswers([...COMMON_ERRORS, ...errors]),
    },
  };
}

/** The OpenAPI 3.1 document of the whole API, made from the endpoints. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Logwave',
      version,
      description: "Which hours of a day's logs were unusual, and why.",
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: { schemas: { Error: schemaOf(errorBody, 'output') } },
  };
}
