import type { Client } from '../client';
import { patiently, refusalReason, refusalType } from '../asking';

/**
 * Whether Elasticsearch says that there is no index, alias or data stream of a name. If it says
 * anything else, such as that the user may not look or that the index is closed, it may exist.
 *
 * @throws errors of the connection, and the abort
 */
export async function isIndexGone(
  client: Client,
  index: string,
  signal: AbortSignal,
): Promise<boolean> {
  // Only the other cluster knows its own indices.
  if (index.includes(':')) return false;
  const request = { index, size: 0, track_total_hits: false, ignore_unavailable: false };
  try {
    await patiently(() => client.search(request, { signal }), signal);
    return false;
  } catch (error) {
    if (refusalReason(error) === undefined) throw error;
    return refusalType(error) === 'index_not_found_exception';
  }
}
