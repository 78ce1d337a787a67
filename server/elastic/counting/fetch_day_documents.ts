import type { Client } from '@elastic/elasticsearch';
import type { Source } from '../../../common/sources';
import type { Day, LocalDay } from '../../../common/time';
import type { DayDocuments, IndexGroup, Searched } from '../../app/counting';
import { getDayDocumentsQuery, type DayDocumentsAggregations } from './get_day_documents_query';
import { orUnknown, searchWhole } from '../asking';

function foldDays({ all, of_source: ofSource }: DayDocumentsAggregations): Map<Day, DayDocuments> {
  const ofSourceOn = new Map(
    (ofSource?.days.buckets ?? []).map(({ key, doc_count: count }) => [key, count]),
  );
  return new Map(
    all.buckets.map(({ key, doc_count: count }) => [
      key,
      { all: count, of_source: ofSourceOn.get(key) ?? null },
    ]),
  );
}

/**
 * Distinguishes days without any document in the indices (nothing is known about them) from days
 * without a document of the source (that is zero), and finds days that grew: one search.
 *
 * @returns the documents of each day, or unknown if a shard failed or Elasticsearch refused
 * @throws errors of the connection, and the abort
 */
export async function fetchDayDocuments(
  client: Client,
  source: Source,
  group: IndexGroup,
  days: readonly LocalDay[],
  checked: readonly LocalDay[],
  signal: AbortSignal,
): Promise<Searched<ReadonlyMap<Day, DayDocuments>>> {
  if (days.length === 0) return { state: 'known', value: new Map(), searches: 0 };
  const query = getDayDocumentsQuery(source, group.fields, days, checked);
  const answer = await orUnknown(async () => {
    const request = { ...query, index: group.index };
    return foldDays(await searchWhole<DayDocumentsAggregations>(client, request, signal));
  });
  return { ...answer, searches: 1 };
}
