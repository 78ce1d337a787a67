import { z } from 'zod';
import { endpoints } from './endpoints';
import { GROUPS, operationOf, schemaOf, type Json } from './open_api_operation';

const errorBody = z.strictObject({
  statusCode: z.number().int().min(400).max(599),
  error: z.string().max(100),
  message: z.string().max(10000),
  attributes: z.looseObject({ code: z.string().max(100) }).optional(),
});

/** Where the API may be: an entry of the document's `servers`. */
export type OpenApiServer = Readonly<Json>;

/**
 * For the description that a host serves: the host itself, relative to the address of the
 * description, so that Kibana's base path and space are kept.
 */
export const SERVERS_OF_DOOR: readonly OpenApiServer[] = [
  { url: '../..', description: 'The host or Kibana that serves this description' },
];

/** For the description as a file, which does not know where it is served from. */
export const SERVERS_OF_FILE: readonly OpenApiServer[] = [
  { url: 'http://127.0.0.1:5602', description: "Logwave's own host, at its usual port" },
  {
    url: '{kibana}',
    description: 'Kibana, with its base path, and with /s/SPACE for a space other than the default',
    variables: { kibana: { default: 'https://localhost:5601' } },
  },
];

const KBN_XSRF = {
  name: 'kbn-xsrf',
  in: 'header',
  required: true,
  description: 'Any text. No form of another site can send it.',
  schema: { type: 'string', minLength: 1 },
  example: 'true',
};

const SECURITY_SCHEMES = {
  basic: { type: 'http', scheme: 'basic', description: 'A user of Kibana.' },
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: "An Elasticsearch API key: `ApiKey`, a space, and the key's `encoded`.",
  },
};

/** A user, a key, or neither: the host, and a Kibana without security, have no login. */
const SECURITY = [{ basic: [] }, { apiKey: [] }, {}];

/** The OpenAPI 3.1 document of the whole API, generated from the endpoints. */
export function openApiDocument(version: string, servers: readonly OpenApiServer[]): Json {
  const paths: Record<string, Json> = {};
  const schemas: Json = { Error: schemaOf(errorBody, 'output').schema };
  for (const endpoint of endpoints) {
    const { operation, named } = operationOf(endpoint);
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation };
    Object.assign(schemas, named);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Logwave',
      version,
      description: "Which hours of a day's logs were unusual, and why.",
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [...servers],
    security: SECURITY,
    tags: Object.entries(GROUPS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas,
      parameters: { kbnXsrf: KBN_XSRF },
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}
