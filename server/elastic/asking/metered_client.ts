import type {
  Client,
  Transport,
  TransportRequestOptions,
  TransportRequestParams,
} from '@elastic/elasticsearch';
import type { RunCost } from '../../app/basics';
import { sendingThrough } from './checked_client';

/** A client, and what its requests have cost so far. */
export interface MeteredClient {
  readonly client: Client;
  readonly spent: () => RunCost;
}

const SEARCH = /\/_(?:search|count)$/;
const BULK = /\/_bulk$/;
const ONE_DOCUMENT = /\/_(?:doc|create|update)\//;

interface BulkItem {
  readonly status?: number;
}

/** How many documents a bulk answer says were written. */
function writtenInBulk(body: unknown): number {
  const { items = [] } = body as { readonly items?: readonly Record<string, BulkItem>[] };
  return items.filter((item) => {
    const [[kind, { status = 0 }] = ['', {}]] = Object.entries(item);
    return kind !== 'delete' && status >= 200 && status < 300;
  }).length;
}

function writtenBy({ method, path }: TransportRequestParams, body: unknown): number {
  if (BULK.test(path)) return writtenInBulk(body);
  return method !== 'GET' && method !== 'HEAD' && method !== 'DELETE' && ONE_DOCUMENT.test(path)
    ? 1
    : 0;
}

/**
 * The same client, which counts its requests to Elasticsearch: each search that was sent, whatever
 * its result, and each document that was written. Deleted documents are not counted.
 */
export function meteredClient(client: Client): MeteredClient {
  let [searches, written] = [0, 0];
  const { transport } = client;
  const request = async (
    params: TransportRequestParams,
    options: TransportRequestOptions = {},
  ): Promise<unknown> => {
    if (SEARCH.test(params.path)) searches += 1;
    const result = await transport.request(params, { ...options, meta: true });
    written += writtenBy(params, result.body);
    return options.meta === true ? result : result.body;
  };
  const counting: Transport = new Proxy(transport, {
    get: (target, name): unknown => (name === 'request' ? request : Reflect.get(target, name)),
  });
  return {
    client: sendingThrough(client, counting),
    spent: () => ({ searches, documents_written: written }),
  };
}
