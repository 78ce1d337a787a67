import { aggregate } from '../aggregations/aggregate';
import type { MemoryCluster } from '../memory_cluster';
import type { MemoryIndex } from '../memory_index';
import type { Stored } from '../stored';
import { valuesOf } from '../query/values';
import {
  isOn,
  jsonOf,
  listOf,
  type Json,
  type MemoryAnswer,
  type MemoryRequest,
  textOf,
} from '../request';
import { versionOf } from './documents';
import { filteredSource } from './filtered_source';
import { findDocuments } from './find_documents';
import { inRandomOrder } from './random_order';
import { sortDocuments, type Sorted } from './sort_documents';

const USUAL_SIZE = 10;

/** The first document of each value of a field. */
function collapsed(page: readonly Sorted[], collapse: unknown): readonly Sorted[] {
  if (collapse === undefined) return page;
  const read = valuesOf(String(jsonOf(collapse)['field']));
  const seen = new Set<string>();
  return page.filter(({ document }) => {
    const key = String(read(document.source)[0]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function fieldsOf({ source }: Stored, { docvalue_fields: wanted, collapse }: Json): Json {
  const all = [...listOf(wanted), ...listOf(collapse)];
  if (all.length === 0) return {};
  const names = all.map((one) => String(jsonOf(one)['field'] ?? one));
  const found = names.map((name) => [name, valuesOf(name)(source)] as const);
  return { fields: Object.fromEntries(found.filter(([, values]) => values.length > 0)) };
}

function hitOf({ document, values }: Sorted, names: ReadonlySet<string>, body: Json): Json {
  const source = filteredSource(document.source, body['_source']);
  return {
    _index: document.index,
    _id: document.id,
    _score: null,
    ...(body['seq_no_primary_term'] === true ? versionOf(document) : {}),
    ...(source === undefined ? {} : { _source: source }),
    ...fieldsOf(document, body),
    ...(values === undefined ? {} : { sort: values }),
    ...(names.size === 0 ? {} : { matched_queries: [...names] }),
  };
}

const NO_NAMES: ReadonlySet<string> = new Set();

function shardsOf(indices: readonly MemoryIndex[]): Json {
  return { total: indices.length, successful: indices.length, skipped: 0, failed: 0 };
}

/**
 * Parameters of the address in addition to the body: the client puts some parts of a search there.
 */
function withAddress({ query, body }: MemoryRequest): Json {
  const tracked = query.get('track_total_hits');
  return {
    ...(tracked === null ? {} : { track_total_hits: tracked !== 'false' }),
    ...jsonOf(body),
  };
}

/** The indices of a request, by its address or by a point in time. */
function reached(
  cluster: MemoryCluster,
  request: MemoryRequest,
  expression: string,
): MemoryIndex[] {
  const point = jsonOf(jsonOf(request.body)['pit'])['id'];
  const ignoreUnavailable = point !== undefined || isOn(request.query, 'ignore_unavailable');
  return cluster.reach(point === undefined ? expression : textOf(point), { ignoreUnavailable });
}

/** `_search` of indices, or at a point in time: its id is the expression that it was opened with. */
export function answerSearch(
  cluster: MemoryCluster,
  request: MemoryRequest,
  expression: string,
): MemoryAnswer {
  const body = withAddress(request);
  const indices = reached(cluster, request, expression);
  const { documents, names } = findDocuments(indices, body);
  const typeOf = (field: string): string | undefined =>
    indices.map(({ fields }) => fields.typeOf(field)).find((type) => type !== undefined);
  const { aggs, sort, search_after: after, size = USUAL_SIZE, track_total_hits: track } = body;
  const isCounted = aggs !== undefined && indices.length > 0;
  const { collapse } = body;
  // Collapsing happens after sorting all documents.
  const most = collapse === undefined ? Number(size) : documents.length;
  const order = { sort, after, most };
  const sorted =
    most === 0 ? [] : sortDocuments(inRandomOrder(documents, body['query']), order, typeOf);
  const page = collapsed(sorted, collapse).slice(0, Number(size));
  const point = jsonOf(body['pit'])['id'];
  return {
    body: {
      took: 0,
      timed_out: false,
      _shards: shardsOf(indices),
      ...(point === undefined ? {} : { pit_id: point }),
      hits: {
        ...(track === false ? {} : { total: { value: documents.length, relation: 'eq' } }),
        hits: page.map((one) => hitOf(one, names.get(one.document) ?? NO_NAMES, body)),
      },
      ...(isCounted ? { aggregations: aggregate(documents, jsonOf(aggs), typeOf) } : {}),
    },
  };
}

/** `_count`. */
export function answerCount(
  cluster: MemoryCluster,
  request: MemoryRequest,
  expression: string,
): MemoryAnswer {
  const indices = reached(cluster, request, expression);
  const { documents } = findDocuments(indices, { ...jsonOf(request.body), size: 0 });
  return { body: { count: documents.length, _shards: shardsOf(indices) } };
}
