import type { estypes } from '@elastic/elasticsearch';
import type { API } from '@opensearch-project/opensearch';
import { ForeignAnswer } from '../../server/elastic/asking';
import type { Asked } from '../../server/elastic/client';
import { divide } from './divide';
import { translateOrder } from './translate_order';

/**
 * Requests in Elasticsearch's terms, in those of OpenSearch's client. The types of the two clients
 * differ in what Logwave does not use.
 */

const SEARCHED = [
  'index',
  'allow_no_indices',
  'allow_partial_search_results',
  'expand_wildcards',
  'filter_path',
  'ignore_unavailable',
  'preference',
  'q',
  'request_cache',
  'routing',
] as const;

/** The order of a search is translated as well: see `translateOrder`. */
export function toSearch(asked: estypes.SearchRequest): API.Search_Request {
  const { body, ...address } = divide(asked, SEARCHED);
  if (body === undefined) return address;
  return { ...address, body: { ...body, ...translateOrder({ ...body }) } };
}

export function toCount(asked: estypes.CountRequest): API.Count_Request {
  return divide(asked, [
    'index',
    'allow_no_indices',
    'expand_wildcards',
    'ignore_unavailable',
    'q',
  ]);
}

export function toBulk({ operations, ...address }: estypes.BulkRequest): API.Bulk_Request {
  return { ...address, body: operations ?? [] } as API.Bulk_Request;
}

export function toIndex<T>({ document, ...address }: estypes.IndexRequest<T>): API.Index_Request {
  return { ...address, body: document } as API.Index_Request;
}

export function toMget(asked: estypes.MgetRequest): API.Mget_Request {
  const address = ['index', '_source_includes', 'filter_path', 'realtime'] as const;
  return divide(asked, address) as API.Mget_Request;
}

/** OpenSearch accepts the names of fields only in the address. */
export function toFieldCaps(asked: estypes.FieldCapsRequest): API.FieldCaps_Request {
  const { fields, ...address } = divide(asked, [
    'index',
    'fields',
    'allow_no_indices',
    'expand_wildcards',
    'filter_path',
    'ignore_unavailable',
    'include_unmapped',
  ]);
  return {
    ...address,
    ...(fields === undefined ? {} : { fields: [fields].flat().join(',') }),
  };
}

/**
 * The point in time that OpenSearch opened, named as Elasticsearch does.
 *
 * @throws ForeignAnswer if the answer names none
 */
export function pointOf(answer: unknown): estypes.OpenPointInTimeResponse {
  const { pit_id: id, ...rest } = answer as Partial<API.CreatePit_ResponseBody>;
  if (typeof id !== 'string') throw new ForeignAnswer('an answer without "pit_id"');
  return { ...rest, id } as unknown as estypes.OpenPointInTimeResponse;
}

export function toPointClosed({ id }: estypes.ClosePointInTimeRequest): API.DeletePit_Request {
  return { body: { pit_id: [id] } };
}

export function toAllocation(
  asked: estypes.ClusterAllocationExplainRequest,
): API.Cluster_AllocationExplain_Request {
  return divide(asked, ['include_disk_info']);
}

export function toIndexMade(asked: estypes.IndicesCreateRequest): API.Indices_Create_Request {
  return divide(asked, ['index', 'wait_for_active_shards']);
}

export function toTemplatePut(
  asked: estypes.IndicesPutIndexTemplateRequest,
): API.Indices_PutIndexTemplate_Request {
  return divide(asked, ['name', 'create']) as API.Indices_PutIndexTemplate_Request;
}

type Fields = Readonly<Record<string, unknown>>;

/** A request by its address. Only the order of a search differs in what Logwave asks that way. */
export function toRequest({ method, path, querystring, body, bulkBody }: Asked): Asked {
  // OpenSearch's client changes what it gets.
  const query = typeof querystring === 'object' ? { ...querystring } : querystring;
  const asked = { method, path, ...(query === undefined ? {} : { querystring: query }) };
  if (bulkBody !== undefined) return { ...asked, bulkBody };
  if (body === undefined) return asked;
  if (!path.endsWith('/_search') || typeof body !== 'object') return { ...asked, body };
  return { ...asked, body: { ...(body as Fields), ...translateOrder(body as Fields) } };
}
