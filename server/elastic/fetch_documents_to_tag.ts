import type { Client } from '@elastic/elasticsearch';
import { hoursToTag, type FindingsOfDay } from '../app/hours_to_tag';
import { fetchIndexGroups } from './fetch_index_groups';
import { fetchUntagged, type UntaggedDocuments } from './fetch_untagged';

/**
 * How many documents tagging some findings would look at, and how many of them it would update: a
 * few searches for each source. A document that lies in findings of two sources counts twice, as it
 * gets two tags.
 *
 * @returns undefined where Elasticsearch cannot tell it from its indices
 * @throws errors of the connection, a wrong password, and the abort
 */
export async function fetchDocumentsToTag(
  client: Client,
  findings: FindingsOfDay,
  signal: AbortSignal,
): Promise<UntaggedDocuments | undefined> {
  let [documents, untagged] = [0, 0];
  for (const flagged of hoursToTag(findings)) {
    const groups = await fetchIndexGroups(client, flagged.source, signal);
    const counted = await fetchUntagged(client, flagged, groups, signal);
    if (counted.state === 'unknown') return undefined;
    documents += counted.value.documents;
    untagged += counted.value.untagged;
  }
  return { documents, untagged };
}
