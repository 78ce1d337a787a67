import type { Client } from '../client';
import { isForbidden, patiently, refusalReason } from '../asking';
import { logwaveIndices } from '../results';

/** How large an index of Logwave is; null if the user may not know, 0 if it does not exist. */
export interface IndexSize {
  readonly index: string;
  readonly documents: number | null;
  /** On the disks of all nodes, including copies. */
  readonly bytes: number | null;
}

async function countDocuments(
  client: Client,
  index: string,
  signal: AbortSignal,
): Promise<number | null> {
  const request = { index, ignore_unavailable: true };
  try {
    return (await patiently(() => client.count(request, { signal }), signal)).count;
  } catch (error) {
    if (refusalReason(error) === undefined) throw error;
    return null;
  }
}

/**
 * Documents and bytes of each index of Logwave. Bytes need the privilege `monitor` on it, documents
 * only `read`.
 *
 * @throws errors of the connection, and the abort
 */
export async function fetchSizes(client: Client, signal: AbortSignal): Promise<IndexSize[]> {
  const names = logwaveIndices.map(({ name }) => name);
  const request = { index: names, metric: ['docs', 'store'], ignore_unavailable: true };
  try {
    const { indices = {} } = await patiently(
      () => client.indices.stats(request, { signal }),
      signal,
    );
    return names.map((index) => ({
      index,
      documents: indices[index]?.primaries?.docs?.count ?? 0,
      bytes: indices[index]?.total?.store?.size_in_bytes ?? 0,
    }));
  } catch (error) {
    if (!isForbidden(error)) throw error;
  }
  const sizes: IndexSize[] = [];
  for (const index of names) {
    sizes.push({ index, documents: await countDocuments(client, index, signal), bytes: null });
  }
  return sizes;
}
