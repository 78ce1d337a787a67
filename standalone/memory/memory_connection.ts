import {
  errors,
  type ConnectionRequestParams,
  type ConnectionRequestResponse,
  UndiciConnection,
} from '@elastic/elasticsearch';
import { connectionThat } from '../connection';
import { answer } from './answer';
import type { MemoryCluster } from './memory_cluster';
import { UnknownRequest } from './request';

const HEADERS = {
  'content-type': 'application/vnd.elasticsearch+json;compatible-with=8',
  'x-elastic-product': 'Elasticsearch',
};

type Requested = Pick<ConnectionRequestParams, 'method' | 'path' | 'querystring' | 'body'>;

function bodyOf({ path, body }: Requested): unknown {
  if (body === undefined || body === null || body === '') return undefined;
  if (typeof body !== 'string' && !Buffer.isBuffer(body))
    throw new UnknownRequest('a streamed body');
  const text = body.toString();
  return path.endsWith('/_bulk') ? text : (JSON.parse(text) as unknown);
}

/** The answer of the cluster in memory, in the form of a server's answer. */
export function answerFromMemory(
  cluster: MemoryCluster,
  params: Requested,
): ConnectionRequestResponse {
  const { status = 200, body } = answer(cluster, {
    method: params.method,
    path: params.path,
    query: new URLSearchParams(params.querystring ?? ''),
    body: bodyOf(params),
  });
  return { statusCode: status, headers: HEADERS, body: JSON.stringify(body) };
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new errors.RequestAbortedError('Request aborted');
}

/** A kind of connection for Elasticsearch's client that ends at a cluster in memory. */
export function memoryConnection(cluster: MemoryCluster): typeof UndiciConnection {
  return connectionThat(UndiciConnection, async (params, { signal }) => {
    throwIfAborted(signal);
    // A turn of the event loop, as for any answer: other work continues in between.
    await new Promise((resolve) => setImmediate(resolve));
    throwIfAborted(signal);
    return answerFromMemory(cluster, params);
  });
}
