import { appendAll } from '../../common/lists';
import { ApiError } from '../../common/api';
import { fetchMissingRights, missingRightsInWords } from '../elastic/asking';
import { fetchTaggedSources } from '../elastic/tagging';
import { type Caller, SCOPE, type Services } from '../wiring';
const OWN_INDICES = 'logwave-*';
/** On the logs: no document is updated before the mapping of its index was read. */
const TO_UNTAG = ['read', 'view_index_metadata', 'write'];

/** What is to be removed besides the settings and the schedule. */
export interface RemovalWish {
  readonly remove_tags: boolean;
  readonly remove_indices: boolean;
}

/** What the caller lacks to take the tags away: only where there are any. */
async function lacksForTags(
  { client }: Caller,
  { settings }: Services,
  signal: AbortSignal,
): Promise<string[]> {
  const own = await fetchMissingRights(client, OWN_INDICES, ['read', 'write'], signal);
  if (own.length > 0) return own.map(missingRightsInWords);
  const tagged = await fetchTaggedSources(client, SCOPE, signal);
  const { sources } = (await settings.load(signal)).settings;
  const lacks: string[] = [];
  for (const { id, index } of sources) {
    if (!tagged.has(id)) continue;
    const missing = await fetchMissingRights(client, index, TO_UNTAG, signal);
    appendAll(lacks, missing.map(missingRightsInWords));
  }
  return lacks;
}

async function lacksForIndices({ client }: Caller, signal: AbortSignal): Promise<string[]> {
  const missing = await fetchMissingRights(client, OWN_INDICES, ['read', 'delete_index'], signal);
  return missing.map(missingRightsInWords);
}

/**
 * Refuses before anything is removed.
 *
 * @throws ApiError that names every privilege that the caller lacks for what he wishes
 */
export async function assertMayRemove(
  wish: RemovalWish,
  caller: Caller,
  services: Services,
  signal: AbortSignal,
): Promise<void> {
  const lacks = [
    ...(wish.remove_tags ? await lacksForTags(caller, services, signal) : []),
    ...(wish.remove_indices ? await lacksForIndices(caller, signal) : []),
  ];
  const missing = [...new Set(lacks)];
  if (missing.length === 0) return;
  const words = `Nothing was removed: ${missing.join('; ')}.`;
  throw new ApiError('forbidden_in_elasticsearch', words, { missing });
}
