import { USAGE, UserError } from '../basics/user_error';

/** The searches that need no query language of Elasticsearch. */
export const ACTIONS = ['stringquery', 'termquery', 'termsagg', 'count'] as const;

export type QueryAction = (typeof ACTIONS)[number];

export const DEFAULT_INDEX = 'logstash*';
export const DEFAULT_SIZE = 10;

/** The options of `logwave query` as the user gave them. */
export interface QueryOptions {
  readonly action?: QueryAction;
  /** A whole search as JSON, instead of action and terms. */
  readonly query?: string;
  readonly list?: true;
  readonly terms?: string;
  readonly index?: string;
  readonly size?: number;
  /** Field, from, to, both inclusive. */
  readonly range?: readonly string[];
  readonly fields?: readonly string[];
  readonly count?: true;
}

/** One request to Elasticsearch. */
export interface QueryRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly querystring: Readonly<Record<string, string | boolean>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Otherwise, an answer of only some shards would look complete. */
const WHOLE = { allow_partial_search_results: false };
const ALL_MATCHES = { match_all: {} };

/** The name that the talk gave to its aggregation. */
const AGGREGATION = 'types';

function needTerms({ terms }: QueryOptions): string {
  if (terms !== undefined) return terms;
  throw new UserError('give --terms, --query or --list', USAGE);
}

function termOf(terms: string): Record<string, unknown> {
  const colon = terms.indexOf(':');
  if (colon > 0) return { term: { [terms.slice(0, colon)]: { value: terms.slice(colon + 1) } } };
  throw new UserError(`"${terms}" is not a term: write it as FIELD:VALUE`, USAGE);
}

function rangeOf(range: readonly string[]): Record<string, unknown> {
  const [field = '', from, to] = range;
  if (range.length === 3) return { range: { [field]: { gte: from, lte: to } } };
  throw new UserError(`--range takes FIELD FROM TO, and ${range.length} words were given`, USAGE);
}

/** The query, combined with the range if there is one: all documents that meet both. */
function within(query: unknown, range: QueryOptions['range']): unknown {
  return range === undefined ? query : { bool: { must: [query], filter: [rangeOf(range)] } };
}

function queryOf(options: QueryOptions): unknown {
  const { action = 'stringquery', terms, range } = options;
  if (action === 'termsagg') return within(ALL_MATCHES, range);
  if (action === 'count' && terms === undefined) return within(ALL_MATCHES, range);
  const text = needTerms(options);
  return within(action === 'termquery' ? termOf(text) : { query_string: { query: text } }, range);
}

function bodyOfAction(options: QueryOptions): Record<string, unknown> {
  const query = queryOf(options);
  const size = options.size ?? DEFAULT_SIZE;
  if (options.action !== 'termsagg') return { query, size, track_total_hits: true };
  const aggs = { [AGGREGATION]: { terms: { field: needTerms(options), size } } };
  return { query, aggs, size: 0, track_total_hits: true };
}

function parseBody(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`--query is not JSON (${error.message})`, USAGE);
  }
  throw new UserError('--query must be a JSON object, such as {"query": {"match_all": {}}}', USAGE);
}

function bodyOfQuery(text: string, { range, size }: QueryOptions): Record<string, unknown> {
  const body = parseBody(text);
  const query = range === undefined ? {} : { query: within(body['query'] ?? ALL_MATCHES, range) };
  return { ...body, ...query, ...(size === undefined ? {} : { size }) };
}

function searchBody(options: QueryOptions): Record<string, unknown> {
  const { query, fields, count } = options;
  return {
    ...(query === undefined ? bodyOfAction(options) : bodyOfQuery(query, options)),
    ...(fields === undefined ? {} : { _source: { includes: fields } }),
    ...(count === undefined ? {} : { size: 0, track_total_hits: true }),
  };
}

/**
 * Makes the request that `logwave query` sends. Fields, values and indices are taken literally.
 * Query language is only what the user writes as a string query or as JSON.
 *
 * @throws UserError of wrong usage if options are missing or do not fit together
 */
export function getQueryRequest(options: QueryOptions): QueryRequest {
  if (options.index === '') throw new UserError('--index must not be empty', USAGE);
  const inPath = encodeURIComponent(options.index ?? DEFAULT_INDEX);
  if (options.list === true) {
    const path = options.index === undefined ? '/_cat/indices' : `/_cat/indices/${inPath}`;
    return { method: 'GET', path, querystring: { format: 'json', s: 'index' } };
  }
  if (options.action === 'count') {
    const body = { query: queryOf(options) };
    return { method: 'POST', path: `/${inPath}/_count`, querystring: {}, body };
  }
  const body = searchBody(options);
  return { method: 'POST', path: `/${inPath}/_search`, querystring: WHOLE, body };
}
