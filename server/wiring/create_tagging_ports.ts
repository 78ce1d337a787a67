import type { Client } from '@elastic/elasticsearch';
import type { Source } from '../../common/sources/source';
import type { Answer, IndexGroup } from '../app/counting/counting_ports';
import type { TaggableDocuments, TaggingPorts, UpdateGuard } from '../app/tagging/tagging_ports';
import { waitFor } from '../app/runs/wait_for';
import { fetchDocumentPages } from '../elastic/tagging/fetch_document_pages';
import { fetchDocuments } from '../elastic/tagging/fetch_documents';
import { fetchIndexGroups } from '../elastic/counting/fetch_index_groups';
import { createTagJournal } from '../elastic/tagging/tag_journal';
import { createUpdateGuard } from '../elastic/tagging/update_guard';
import { writeTags } from '../elastic/tagging/write_tags';

type Groups = Answer<readonly IndexGroup[]>;

/** Asks once for each source how its indices map its fields. */
function groupsOnce(client: Client) {
  const asked = new Map<string, Promise<Groups>>();
  return (source: Source, signal: AbortSignal): Promise<Groups> => {
    const answer = asked.get(source.id) ?? fetchIndexGroups(client, source, signal);
    asked.set(source.id, answer);
    return answer;
  };
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

/** Tagging and untagging by one Elasticsearch client, for the length of one use. */
export function createTaggingPorts(client: Client): TaggingPorts {
  const guard = createUpdateGuard(client);
  return {
    documents: taggableDocuments(client, guard),
    journal: createTagJournal(client),
    guard,
    wait: waitFor,
  };
}
