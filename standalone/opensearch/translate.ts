import { NOT_FOUND } from '../../common/http';
import { translateOrder } from './translate_order';

/** A request as it goes over the wire. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly querystring: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** `application/vnd.elasticsearch+json; compatible-with=8` and the like, which OpenSearch refuses. */
const ELASTIC_TYPE = /application\/vnd\.elasticsearch\+(x-ndjson|json)\s*;\s*compatible-with=\d+/g;
const POINT_OF_INDEX = /^(\/[^/]+)\/_pit$/;
const POINT = '/_pit';
const FIELD_CAPS = '/_field_caps';
const SECURITY = /^\/_security\//;

const plainTypes = (headers: Sent['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      String(value).replace(ELASTIC_TYPE, 'application/$1'),
    ]),
  );

type Fields = Record<string, unknown>;

function parsed(body: string | undefined): Fields {
  return JSON.parse(body ?? '{}') as Fields;
}

function searchBody(text: string | undefined): string | undefined {
  if (text === undefined || !text.includes('"sort"')) return text;
  const body = parsed(text);
  return JSON.stringify({ ...body, ...translateOrder(body) });
}

/** OpenSearch accepts the names of fields only in the address. */
function withFieldsInQuery({ querystring, body }: Sent): Pick<Sent, 'querystring' | 'body'> {
  const { fields, ...rest } = parsed(body);
  if (fields === undefined) return { querystring, body };
  const query = new URLSearchParams(querystring);
  const names: readonly unknown[] = Array.isArray(fields) ? fields : [fields];
  query.set('fields', names.map(String).join(','));
  const left = Object.keys(rest).length === 0 ? undefined : JSON.stringify(rest);
  return { querystring: query.toString(), body: left };
}

/** A request of Elasticsearch's client in the form that OpenSearch understands. */
export function toOpenSearch(sent: Sent): Sent {
  const headers = plainTypes(sent.headers);
  const ofIndex = POINT_OF_INDEX.exec(sent.path)?.[1];
  if (ofIndex !== undefined) {
    const path = `${ofIndex}/_search/point_in_time`;
    return { ...sent, headers, path, body: undefined };
  }
  if (sent.path === POINT) {
    const body = JSON.stringify({ pit_id: [parsed(sent.body)['id']] });
    return { ...sent, headers, path: '/_search/point_in_time', body };
  }
  if (sent.path.endsWith(FIELD_CAPS)) return { ...sent, headers, ...withFieldsInQuery(sent) };
  if (!sent.path.endsWith('/_search')) return { ...sent, headers };
  return { ...sent, headers, body: searchBody(sent.body) };
}

/** An answer as it came over the wire. */
export interface Answered {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const PRODUCT = { 'x-elastic-product': 'Elasticsearch' };
/** Elasticsearch's answer if it has no security. */
const NO_SECURITY = JSON.stringify({
  error: { type: 'illegal_argument_exception', reason: 'there is no such endpoint in OpenSearch' },
  status: NOT_FOUND,
});

/**
 * An answer of OpenSearch to a request, as Elasticsearch would have sent it. OpenSearch's own
 * security answers 401 or 403 to addresses that it does not have. That must not look like a wrong
 * password or a missing right.
 *
 * @param sent the client's request, before it was translated
 */
export function fromOpenSearch(sent: Pick<Sent, 'method' | 'path'>, answered: Answered): Answered {
  const headers = { ...answered.headers, ...PRODUCT };
  if (SECURITY.test(sent.path)) {
    const json = { ...headers, 'content-type': 'application/json' };
    return { statusCode: NOT_FOUND, headers: json, body: NO_SECURITY };
  }
  if (sent.method !== 'POST' || !POINT_OF_INDEX.test(sent.path)) return { ...answered, headers };
  if (answered.statusCode >= 300) return { ...answered, headers };
  const { pit_id: id, ...rest } = parsed(answered.body);
  return { ...answered, headers, body: JSON.stringify({ ...rest, id }) };
}
