import type { Client } from '@elastic/elasticsearch';
import type { CountingPorts } from '../app/counting_ports';
import { countsOwner } from './counts_block';
import { keepCounts, readKeptCounts } from './counts_store';
import { fetchCounts } from './fetch_counts';
import { fetchDayDocuments } from './fetch_day_documents';
import { fetchIndexGroups } from './fetch_index_groups';
import { fetchMissingRights, missingRightsInWords, type MissingRights } from './fetch_index_rights';

/** Field capabilities and searches need no more. */
const NEEDED_PRIVILEGES = ['read'];

/** Asks once for each index expression: most sources share theirs. */
function rightsOnce(client: Client) {
  const asked = new Map<string, Promise<MissingRights[]>>();
  return (expression: string, signal: AbortSignal): Promise<MissingRights[]> => {
    const answer =
      asked.get(expression) ?? fetchMissingRights(client, expression, NEEDED_PRIVILEGES, signal);
    asked.set(expression, answer);
    return answer;
  };
}

/**
 * Counting by one Elasticsearch client, with counts kept for a scope in `logwave-counts`, for the
 * length of one analysis.
 *
 * The index is expected to have its mapping from the template already.
 */
export function createCountingPorts(client: Client, scope: string): CountingPorts {
  const missingRights = rightsOnce(client);
  const crowded = new Set<string>();
  return {
    missingRights: async (source, signal) =>
      (await missingRights(source.index, signal)).map(missingRightsInWords),
    indexGroups: (source, signal) => fetchIndexGroups(client, source, signal),
    dayDocuments: (source, group, days, checked, signal) =>
      fetchDayDocuments(client, source, group, days, checked, signal),
    countDay: (source, group, day, signal) =>
      fetchCounts(client, source, group, day, crowded, signal),
    readKept: (source, zone, days, signal) =>
      readKeptCounts(client, countsOwner(source, zone, scope), days, signal),
    keep: (source, counts, signal) =>
      keepCounts(client, countsOwner(source, counts.zone, scope), counts, new Date(), signal),
  };
}
