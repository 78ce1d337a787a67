import { errors, type estypes } from '@elastic/elasticsearch';
import type { Client } from '../../../server/elastic/client';
import { CONTENT_TOO_LARGE } from '../../../common/http';
import { isBusyStatus } from '../../../server/elastic/asking';

/** The result of one item of a bulk request. */
export interface ItemAnswer {
  readonly status: number;
  readonly reason: string | undefined;
}

/** The result of a bulk request. Errors that waiting cannot fix are thrown instead. */
export type BulkAnswer =
  | { readonly kind: 'items'; readonly items: readonly ItemAnswer[] }
  /** The cluster does not accept it now: statuses 429, 502, 503 and 504. */
  | { readonly kind: 'busy'; readonly status: number; readonly reason: string }
  /** The request is larger than the cluster accepts. */
  | { readonly kind: 'too_large'; readonly reason: string }
  /** Nothing answers. */
  | { readonly kind: 'unreachable'; readonly error: Error };

/** Sends the lines of one bulk request: an action and a document in turn, each as JSON. */
export type SendBulk = (lines: Buffer, signal: AbortSignal) => Promise<BulkAnswer>;

/** How long one request waits for the shard of a new index. Then it is tried again. */
const SHARD_WAIT = '10s';
const QUERY = { timeout: SHARD_WAIT, filter_path: 'items.create.status,items.create.error' };

function asAnswer(error: unknown): BulkAnswer {
  if (error instanceof errors.ResponseError) {
    const { statusCode, message } = error;
    if (statusCode === CONTENT_TOO_LARGE) return { kind: 'too_large', reason: message };
    if (statusCode !== undefined && isBusyStatus(statusCode)) {
      return { kind: 'busy', status: statusCode, reason: message };
    }
  }
  const isUnreachable =
    error instanceof errors.ConnectionError ||
    error instanceof errors.TimeoutError ||
    error instanceof errors.NoLivingConnectionsError;
  if (isUnreachable) return { kind: 'unreachable', error };
  throw error;
}

/**
 * Sends bulk requests through a client, without the client's own retries. Its method `bulk` would
 * take lines one by one, and join and encode them again.
 */
export function createSendBulk(client: Client): SendBulk {
  return async (lines, signal) => {
    try {
      const response = await client.transport.request(
        { method: 'POST', path: '/_bulk', querystring: QUERY, bulkBody: lines },
        { signal, maxRetries: 0 },
      );
      const items = (response as estypes.BulkResponse).items.map(({ create }) => ({
        status: create?.status ?? 0,
        reason:
          create?.error === undefined
            ? undefined
            : `${create.error.type}: ${create.error.reason ?? ''}`,
      }));
      return { kind: 'items', items };
    } catch (error) {
      signal.throwIfAborted();
      return asAnswer(error);
    }
  };
}
