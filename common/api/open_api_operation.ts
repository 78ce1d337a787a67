import { z } from 'zod';
import { conditionSchemas } from '../sources';
import type { Endpoint, Privilege } from './basics/endpoint';
import { ERROR_STATUS, type ErrorCode } from './basics/errors';
import { findingSchema } from './schemas/finding_schema';
import { scheduleSchema } from './setup/get_schedule';
import { ledgerDaySchema } from './runs/list_runs';
import { runSchema } from './schemas/run_schema';
import { seriesRowSchema } from './schemas/series_schema';

/** A part of the document. */
export type Json = Record<string, unknown>;

/** What any endpoint may answer in addition to its own errors. */
const COMMON_ERRORS: readonly ErrorCode[] = [
  'bad_request',
  'unauthorized',
  'forbidden',
  'too_busy',
  'internal',
  'elasticsearch_refused',
  'elasticsearch_unreachable',
];

type Refusal = readonly [status: number, description: string];

/** Requests that are refused before they reach an endpoint. These errors have no code. */
const REFUSALS: readonly Refusal[] = [[431, 'Address and headers are too long.']];

/** The same for endpoints that take a body. */
const BODY_REFUSALS: readonly Refusal[] = [
  [408, 'The body did not arrive in time.'],
  [413, 'The body is larger than 1 MiB.'],
  [415, 'The body is not sent as application/json.'],
];

const NAMES_OF_PRIVILEGES: Readonly<Record<Privilege, string>> = {
  read: 'Logwave: read',
  judge: 'Logwave: all, or Logwave judging',
  run: 'Logwave: all',
  tag: 'Logwave tagging',
  manage: 'Logwave settings, in all spaces',
};

/** What the operations of a privilege are about. They are grouped by it. */
export const GROUPS: Readonly<Record<Privilege, string>> = {
  read: 'Results, and the state of Logwave',
  judge: 'Judgments and mutes of people',
  run: 'Analyses of days',
  tag: 'Tags on documents',
  manage: 'Settings, schedule and removal',
};

/** Parts that many answers share: described once, each a type of its own in a client. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  Run: runSchema,
  Finding: findingSchema,
  Series: seriesRowSchema,
  LedgerDay: ledgerDaySchema,
  Schedule: scheduleSchema,
  ...Object.fromEntries(
    conditionSchemas.map((schema, depth) => [`Condition${depth === 0 ? '' : depth + 1}`, schema]),
  ),
};
for (const [id, type] of Object.entries(NAMED)) z.globalRegistry.add(type, { id });

/** A JSON schema, and the named schemas that it refers to. */
interface NamedSchemas {
  readonly schema: Json;
  readonly named: Json;
}

const LOCAL = '#/$defs/';
const SHARED = '#/components/schemas/';

/** Moves references from the schema itself to the document's components. */
function withSharedReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSharedReferences);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      key === '$ref' && typeof entry === 'string' && entry.startsWith(LOCAL)
        ? SHARED + entry.slice(LOCAL.length)
        : withSharedReferences(entry),
    ]),
  );
}

/** The schema of a type. Parts of it that have an id become schemas of their own. */
export function schemaOf(type: z.ZodType, io: 'input' | 'output'): NamedSchemas {
  const whole: Json = { ...z.toJSONSchema(type, { io, unrepresentable: 'any' }) };
  const { $defs: named = {}, ...schema } = withSharedReferences(whole) as Json & { $defs?: Json };
  // The document states its dialect once, and a schema inside it must not.
  delete schema['$schema'];
  for (const one of Object.values(named)) delete (one as Json)['id'];
  const { id, ...nameless } = schema;
  if (typeof id !== 'string') return { schema, named };
  return { schema: { $ref: SHARED + id }, named: { ...named, [id]: nameless } };
}

interface ObjectSchema {
  readonly properties?: Record<string, Json>;
  readonly required?: readonly string[];
}

/** The keys of an object schema as parameters of a path or a query. */
function parametersIn(place: 'path' | 'query', type: z.ZodType): Json[] {
  const { properties = {}, required = [] }: ObjectSchema = schemaOf(type, 'input').schema;
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}

function errorAnswer(description: string): Json {
  return {
    description,
    content: { 'application/json': { schema: { $ref: `${SHARED}Error` } } },
  };
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
      errorAnswer(`Code: ${same.join(', ')}.`),
    ]),
  );
}

function refusals({ method }: Endpoint): Record<string, Json> {
  const all = method === 'get' ? REFUSALS : [...BODY_REFUSALS, ...REFUSALS];
  return Object.fromEntries(
    all.map(([status, description]) => [String(status), errorAnswer(description)]),
  );
}

function takesBody({ method, body }: Endpoint): boolean {
  return method !== 'get' && !body.safeParse(null).success;
}

/** An operation of the document, and the named schemas that it refers to. */
export interface Operation {
  readonly operation: Json;
  readonly named: Json;
}

/** Describes an endpoint. */
export function operationOf(endpoint: Endpoint): Operation {
  const { id, method, summary, privilege, params, query, body, answer, status, errors } = endpoint;
  const answered = schemaOf(answer, 'output');
  const requestBody = {
    required: true,
    content: { 'application/json': { schema: schemaOf(body, 'input').schema } },
  };
  const xsrf = method === 'get' ? [] : [{ $ref: '#/components/parameters/kbnXsrf' }];
  const operation = {
    operationId: id,
    summary,
    description: `Needs in Kibana the privilege "${NAMES_OF_PRIVILEGES[privilege]}".`,
    tags: [privilege],
    parameters: [...parametersIn('path', params), ...parametersIn('query', query), ...xsrf],
    ...(takesBody(endpoint) ? { requestBody } : {}),
    responses: {
      [String(status)]: {
        description: status === 202 ? 'It has begun.' : 'Done.',
        content: { 'application/json': { schema: answered.schema } },
      },
      ...errorAnswers([...COMMON_ERRORS, ...errors]),
      ...refusals(endpoint),
    },
  };
  return { operation, named: answered.named };
}
