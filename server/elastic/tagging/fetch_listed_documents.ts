import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { refusalType, searchWhole } from '../asking';
import { JOURNAL_INDEX } from '../results';

export interface Sum {
  readonly value: number;
}

export const listed = { sum: { field: 'documents' } };

/** The result of aggregations over the journal; undefined if there is none yet. */
export async function searchJournal<T>(
  client: Client,
  query: estypes.QueryDslQueryContainer,
  aggs: Record<string, estypes.AggregationsAggregationContainer>,
  signal: AbortSignal,
): Promise<T | undefined> {
  const request = { index: JOURNAL_INDEX, query, aggs, size: 0, ignore_unavailable: false };
  try {
    return await searchWhole<T>(client, request, signal);
  } catch (error) {
    if (refusalType(error) !== 'index_not_found_exception') throw error;
    return undefined;
  }
}

/**
 * How many tags the journal entries list that a query finds: one for each document and source.
 *
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchListedDocuments(
  client: Client,
  query: estypes.QueryDslQueryContainer,
  signal: AbortSignal,
): Promise<number> {
  const found = await searchJournal<{ readonly listed: Sum }>(client, query, { listed }, signal);
  return found?.listed.value ?? 0;
}
