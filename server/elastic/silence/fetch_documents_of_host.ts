import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { conditionsOf, type Source } from '../../../common/sources';
import type { Answer } from '../../app/counting';
import { HOST_FIELDS } from '../../app/silence';
import { getSourceFilter, isOfOtherClusters, orUnknown, searchWhole } from '../asking';
import { fetchIndexGroups } from '../counting';

interface Counted {
  readonly found: { readonly doc_count: number };
}

/**
 * How many documents name a host in a field of hosts: one search, by terms only. Fields that are
 * mapped as text are asked for by their keyword as well.
 *
 * @param index an index expression
 * @param filter what else must hold of the documents
 * @returns unknown if no index can be read, or not all of them answered
 * @throws errors of the connection, and the abort
 */
export async function fetchDocumentsOfHost(
  client: Client,
  index: string,
  host: string,
  signal: AbortSignal,
  filter: estypes.QueryDslQueryContainer[] = [],
): Promise<Answer<number>> {
  const names = HOST_FIELDS.flatMap((field) => [field, `${field}.keyword`]);
  const should = names.map((field) => ({ term: { [field]: host } }));
  const query = {
    index,
    size: 0,
    track_total_hits: false,
    query: { bool: { filter, should, minimum_should_match: 1 } },
    aggs: { found: { filter: { match_all: {} } } },
  };
  return orUnknown(async () => {
    const { found } = await searchWhole<Counted>(client, query, signal);
    return found.doc_count;
  });
}

/**
 * The same for the documents that a source counts: one search. If the source has a filter, or names
 * other clusters alone, it asks first how the indices map its fields, and sends one search for each group
 * of indices that map them alike.
 *
 * @returns unknown if not all indices can be read
 * @throws errors of the connection, and the abort
 */
export async function fetchSourceDocumentsOfHost(
  client: Client,
  source: Source,
  host: string,
  signal: AbortSignal,
): Promise<Answer<number>> {
  const inAll = () => fetchDocumentsOfHost(client, source.index, host, signal);
  const isWhole = conditionsOf(source.filter).length === 0;
  // If no other cluster has such a name, Elasticsearch would search all indices of this one.
  if (isWhole && !isOfOtherClusters(source.index)) return inAll();
  const groups = await fetchIndexGroups(client, source, signal);
  if (groups.state === 'unknown') return groups;
  // The search says why no index can be read.
  if (groups.value.length === 0) return inAll();
  let documents = 0;
  for (const { index, fields } of groups.value) {
    const filter = getSourceFilter(source, fields);
    const found = await fetchDocumentsOfHost(client, index, host, signal, filter);
    if (found.state === 'unknown') return found;
    documents += found.value;
  }
  return { state: 'known', value: documents };
}
