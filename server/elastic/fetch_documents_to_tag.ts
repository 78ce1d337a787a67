import type { Client } from '@elastic/elasticsearch';
import type { Source } from '../../common/sources/source';
import { seriesToTag, type FindingsOfDay } from '../app/series_to_tag';
import type { SeriesHours } from '../app/tagging_ports';
import { fetchIndexGroups } from './fetch_index_groups';
import { fetchUntagged, type UntaggedDocuments } from './fetch_untagged';

function bySource(series: readonly SeriesHours[]): Map<Source, SeriesHours[]> {
  const sorted = new Map<Source, SeriesHours[]>();
  for (const one of series) {
    const others = sorted.get(one.source);
    if (others === undefined) sorted.set(one.source, [one]);
    else others.push(one);
  }
  return sorted;
}

/**
 * How many documents tagging some findings would look at, and how many of them it would update: a
 * few searches for each source. A document that lies in two findings counts twice.
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
  for (const [source, series] of bySource(seriesToTag(findings))) {
    const groups = await fetchIndexGroups(client, source, signal);
    const counted = await fetchUntagged(client, series, groups, signal);
    if (counted.state === 'unknown') return undefined;
    documents += counted.value.documents;
    untagged += counted.value.untagged;
  }
  return { documents, untagged };
}
