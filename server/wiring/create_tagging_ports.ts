import type { Client } from '../elastic/client';
import type { Source } from '../../common/sources';
import type { TaggableDocuments, TaggingPorts, UpdateGuard } from '../app/tagging';
import { once, waitFor } from '../app/basics';
import {
  fetchDocumentPages,
  fetchDocuments,
  createTagJournal,
  createUpdateGuard,
  writeTags,
} from '../elastic/tagging';
import { fetchIndexGroups } from '../elastic/counting';

/** Asks once for each source how its indices map its fields. */
function groupsOnce(client: Client) {
  return once((source: Source, signal) => fetchIndexGroups(client, source, signal), {
    keyOf: ({ id }) => id,
    isPassing: (groups) => groups.state === 'unknown' && groups.is_passing === true,
  });
}

function taggableDocuments(client: Client, guard: UpdateGuard): TaggableDocuments {
  const groupsOf = groupsOnce(client);
  return {
    async *pages(flagged, signal) {
      const groups = await groupsOf(flagged.source, signal);
      yield* fetchDocumentPages(client, flagged, groups, signal);
    },
    read: (refs, signal) => fetchDocuments(client, refs, signal),
    write: (updates, signal) => writeTags(client, guard, updates, signal),
  };
}

/** Tagging and untagging with one Elasticsearch client, for the length of one use. */
export function createTaggingPorts(client: Client): TaggingPorts {
  const guard = createUpdateGuard(client);
  return {
    documents: taggableDocuments(client, guard),
    journal: createTagJournal(client),
    guard,
    wait: waitFor,
  };
}
