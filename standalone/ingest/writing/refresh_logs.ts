import type { Client } from '../../../server/elastic/client';
import { LOG_INDICES } from '../documents/index_name';
import { unlessForbidden } from './unless_forbidden';

/**
 * Makes recent writes visible to searches. A user who may write but not refresh waits for the
 * cluster's own refresh, a second later by default.
 */
export async function refreshLogs(client: Client, signal: AbortSignal): Promise<void> {
  const request = { index: LOG_INDICES, ignore_unavailable: true, allow_no_indices: true };
  await unlessForbidden(async () => {
    await client.indices.refresh(request, { signal });
  }, undefined);
}
