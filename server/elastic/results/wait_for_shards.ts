import type { Client } from '../client';
import { SERVICE_UNAVAILABLE } from '../../../common/http';
import { type Wait, waitFor } from '../../app/basics';
import {
  asResponseError,
  patiently,
  refusalReason,
  refusalType,
  retry,
  type RetryPolicy,
} from '../asking';

/** Elasticsearch itself waits as long for the shard of an index that it makes. */
const MAX_WAIT_MS = 30_000;
const LOOK_AGAIN_MS = 250;
const RECOVERING = 'illegal_index_shard_state_exception';

/** Shards of our indices that did not start. */
export class ShardsNotStarted extends Error {
  override readonly name = 'ShardsNotStarted';

  constructor(indices: readonly string[], reason: string) {
    super(
      `the shards of ${indices.join(', ')} do not start (${reason}): check the health of the cluster, such as its free disk space`,
    );
  }
}

/** Whether a shard is not started yet, or is being recovered, which Elasticsearch calls "404". */
export function isNotStarted(error: unknown): boolean {
  if (refusalType(error) === RECOVERING) return true;
  return asResponseError(error)?.statusCode === SERVICE_UNAVAILABLE;
}

/**
 * Waits until indices can be searched. An index that somebody else made a moment ago has a shard
 * that is not started yet. A search that finds nothing needs no privilege other than `read`.
 *
 * @throws ShardsNotStarted after half a minute, and the client's errors
 */
export async function waitForShards(
  client: Client,
  indices: readonly string[],
  signal: AbortSignal,
  wait: Wait = waitFor,
): Promise<void> {
  if (indices.length === 0) return;
  const request = {
    index: indices.join(','),
    size: 0,
    track_total_hits: false,
    allow_partial_search_results: false,
    ignore_unavailable: true,
  };
  const policy: RetryPolicy = {
    isPassing: isNotStarted,
    tries: MAX_WAIT_MS / LOOK_AGAIN_MS + 1,
    pause: (_, over) => wait(LOOK_AGAIN_MS, over),
  };
  try {
    const send = () => client.search(request, { signal, maxRetries: 0 });
    await retry(() => patiently(send, signal), policy, signal);
  } catch (error) {
    if (!isNotStarted(error)) throw error;
    throw new ShardsNotStarted(indices, refusalReason(error) ?? 'no reason given');
  }
}
