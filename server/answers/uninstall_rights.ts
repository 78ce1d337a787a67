import { appendAll } from '../../common/lists';
import { ApiError } from '../../common/api';
import type { Settings } from '../../common/settings';
import { missingRightsInWords, OWN_INDICES } from '../app/basics';
import type { Reader } from './reader';

/** On the logs: no document is updated before the mapping of its index was read. */
const TO_UNTAG = ['read', 'view_index_metadata', 'write'];

/** What is to be removed in addition to the settings and the schedule. */
export interface RemovalWish {
  readonly remove_tags: boolean;
  readonly remove_indices: boolean;
}

/** What the caller lacks to remove the tags: only if there are any. */
async function lacksForTags(
  reader: Reader,
  { sources }: Settings,
  signal: AbortSignal,
): Promise<string[]> {
  const own = await reader.fetchMissingRights(OWN_INDICES, ['read', 'write'], signal);
  if (own.length > 0) return own.map(missingRightsInWords);
  const tagged = await reader.fetchTaggedSources(signal);
  const lacks: string[] = [];
  for (const { id, index } of sources) {
    if (!tagged.has(id)) continue;
    const missing = await reader.fetchMissingRights(index, TO_UNTAG, signal);
    appendAll(lacks, missing.map(missingRightsInWords));
  }
  return lacks;
}

async function lacksForIndices(reader: Reader, signal: AbortSignal): Promise<string[]> {
  const missing = await reader.fetchMissingRights(OWN_INDICES, ['read', 'delete_index'], signal);
  return missing.map(missingRightsInWords);
}

/**
 * Refuses before anything is removed.
 *
 * @throws ApiError that names every privilege that the caller lacks for the request
 */
export async function assertMayRemove(
  wish: RemovalWish,
  reader: Reader,
  settings: Settings,
  signal: AbortSignal,
): Promise<void> {
  const lacks = [
    ...(wish.remove_tags ? await lacksForTags(reader, settings, signal) : []),
    ...(wish.remove_indices ? await lacksForIndices(reader, signal) : []),
  ];
  const missing = [...new Set(lacks)];
  if (missing.length === 0) return;
  const words = `Nothing was removed: ${missing.join('; ')}.`;
  throw new ApiError('forbidden_in_elasticsearch', words, { missing });
}
