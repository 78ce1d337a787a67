import type { Client } from '../../../server/elastic/client';
import { LOG_INDICES } from '../documents/index_name';
import type { DocumentPlace, KnownDocuments } from '../documents/settle_years';
import { unlessForbidden } from './unless_forbidden';

/** What is in the cluster, and what this ingestion adds to it. */
export interface KnownIndices extends KnownDocuments {
  /** Whether an index existed at the beginning; true if that may not be known. */
  readonly wasThere: (index: string) => boolean;
  /** An index that this ingestion writes to. */
  addIndex(index: string): void;
  /** Whether a query failed because of the user's rights. */
  readonly isForbidden: () => boolean;
}

async function fetchNames(client: Client, signal: AbortSignal): Promise<string[] | undefined> {
  return unlessForbidden(async () => {
    const found = await client.indices.resolveIndex({ name: LOG_INDICES }, { signal });
    return [...found.indices, ...found.aliases, ...found.data_streams].map(({ name }) => name);
  }, undefined);
}

async function countThere(
  client: Client,
  places: readonly DocumentPlace[],
  signal: AbortSignal,
): Promise<number> {
  const docs = places.map(({ index, id }) => ({ _index: index, _id: id, _source: false }));
  const answer = await client.mget({ docs, filter_path: 'docs.found' }, { signal });
  // An index that is closed, or gone, has an error instead of an answer.
  return answer.docs.filter((found) => 'found' in found && found.found).length;
}

/**
 * Finds out which indices of logs exist, once, and then searches for single documents by their ids,
 * which finds them even if no search sees them yet.
 *
 * @param settle waits until all documents that were given to the cluster are written
 */
export async function fetchKnownDocuments(
  client: Client,
  settle: () => Promise<void>,
  signal: AbortSignal,
): Promise<KnownIndices> {
  const names = await fetchNames(client, signal);
  const before = names === undefined ? undefined : new Set(names);
  const indices = new Set(names);
  let isForbidden = false;
  return {
    wasThere: (index) => before?.has(index) ?? true,
    addIndex: (index) => void (names !== undefined && indices.add(index)),
    isForbidden: () => isForbidden,
    hasIndex(index) {
      isForbidden ||= names === undefined;
      return indices.has(index);
    },
    async count(places, stop) {
      await settle();
      const count = await unlessForbidden(() => countThere(client, places, stop), undefined);
      isForbidden ||= count === undefined;
      return count ?? 0;
    },
  };
}
