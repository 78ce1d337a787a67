import type { Client } from '../../../server/elastic/client';
import { SERVICE_UNAVAILABLE } from '../../../common/http';
import { least } from '../../../common/lists';
import { LOG_INDICES } from '../documents/index_name';
import { PARSE_FAILURE_TAG, UNFINISHED_TAG, type LogDocument } from '../documents/log_document';
import { asResponseError } from '../../../server/elastic/asking';
import type { Written } from './bulk_batch';
import { unlessForbidden } from './unless_forbidden';

/** How many are examined, the latest first: each file has at most one at a time. */
const MOST = 1000;
/** Records are identified by how they begin. */
const KEY_LENGTH = 40;

/** A document of a line that had no end when it was read. */
export interface UnfinishedRecord {
  readonly index: string;
  readonly id: string;
  readonly document: Pick<LogDocument, 'message' | 'path' | 'tags'>;
}

/** Finds the unfinished records whose whole line has come. */
export interface UnfinishedRecords {
  /** Whether there is anything to search for. */
  readonly isAny: boolean;
  /** Called for each document that now exists, with whether it is new. */
  readonly settled: (written: Written, isNew: boolean) => void;
  readonly replaced: () => readonly UnfinishedRecord[];
}

/**
 * Half a line that was not understood, such as half a time, is only searched for in its own file.
 */
function isRestOf({ document: half }: UnfinishedRecord, { message, path }: LogDocument): boolean {
  if (message.length <= half.message.length || !message.startsWith(half.message)) return false;
  return half.path === path || !half.tags.includes(PARSE_FAILURE_TAG);
}

/** @param unfinished what earlier ingestions left unfinished */
export function createUnfinishedRecords(
  unfinished: readonly UnfinishedRecord[],
): UnfinishedRecords {
  const lengths = unfinished.map(({ document }) => document.message.length);
  const length = Math.min(KEY_LENGTH, least(lengths));
  const ids = new Set(unfinished.map(({ id }) => id));
  const open = new Map<string, UnfinishedRecord[]>();
  for (const record of unfinished) {
    const key = record.document.message.slice(0, length);
    open.set(key, [...(open.get(key) ?? []), record]);
  }
  const replaced = new Set<UnfinishedRecord>();
  return {
    isAny: unfinished.length > 0,
    settled({ id, document }, isNew) {
      if (ids.size === 0) return;
      // Only its line break was missing.
      if (!isNew && ids.has(id)) ids.delete(id);
      if (!isNew) return;
      const found = open.get(document.message.slice(0, length)) ?? [];
      for (const record of found) {
        if (ids.has(record.id) && isRestOf(record, document)) replaced.add(record);
      }
    },
    replaced: () => [...replaced],
  };
}

/**
 * The records that earlier ingestions left unfinished; none if the user may not search, or if no
 * index of logs has a shard that answers. Such an index accepts no documents either, and writing
 * says why.
 */
export async function fetchUnfinished(
  client: Client,
  signal: AbortSignal,
): Promise<UnfinishedRecord[]> {
  try {
    return await searchUnfinished(client, signal);
  } catch (error) {
    if (asResponseError(error)?.statusCode !== SERVICE_UNAVAILABLE) throw error;
    return [];
  }
}

async function searchUnfinished(client: Client, signal: AbortSignal): Promise<UnfinishedRecord[]> {
  return unlessForbidden(async () => {
    const { hits } = await client.search<LogDocument>(
      {
        index: LOG_INDICES,
        ignore_unavailable: true,
        allow_no_indices: true,
        size: MOST,
        query: { term: { tags: UNFINISHED_TAG } },
        sort: [{ '@timestamp': { order: 'desc', unmapped_type: 'date' } }],
        _source: ['message', 'path', 'tags'],
        track_total_hits: false,
      },
      { signal },
    );
    return hits.hits.flatMap(({ _index: index, _id: id, _source: document }) =>
      document === undefined || id === undefined ? [] : [{ index, id, document }],
    );
  }, []);
}

/**
 * Removes the halves of lines that are now complete.
 *
 * @returns how many were removed
 */
export async function removeReplaced(
  client: Client,
  replaced: readonly UnfinishedRecord[],
  signal: AbortSignal,
): Promise<number> {
  if (replaced.length === 0) return 0;
  const operations = replaced.map(({ index, id }) => ({ delete: { _index: index, _id: id } }));
  const { items } = await client.bulk({ operations, refresh: true }, { signal });
  return items.filter(({ delete: gone }) => gone?.result === 'deleted').length;
}
