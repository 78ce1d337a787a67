import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { isUnsettled, type JournalCount, type JournalEntry } from '../../app/tagging';
import { refusalType, searchPages, searchWhole } from '../asking';
import { JOURNAL_INDEX } from '../results';

/** An entry lists up to 1,000 documents. */
const ENTRIES_PER_PAGE = 20;
/** Entries of which nobody has learned yet whether their documents are tagged. */
const unsettledQuery: estypes.QueryDslQueryContainer = { term: { documents: 0 } };

export interface Sum {
  readonly value: number;
}

/** The tags of settled entries, and how many entries are unsettled. */
export interface Listed {
  readonly listed: Sum;
  readonly unsettled: { readonly doc_count: number };
}

export const listed: Record<keyof Listed, estypes.AggregationsAggregationContainer> = {
  listed: { sum: { field: 'documents' } },
  unsettled: { filter: unsettledQuery },
};

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

/** Which documents the entries list that a query finds, each once. */
export async function countOnce(
  client: Client,
  query: estypes.QueryDslQueryContainer,
  signal: AbortSignal,
): Promise<JournalCount> {
  const request = {
    index: JOURNAL_INDEX,
    query,
    size: ENTRIES_PER_PAGE,
    source: ['documents', 'hits.index', 'hits.ids'],
    ignore_unavailable: false,
  };
  const tagged = new Set<string>();
  const unsettled = new Set<string>();
  type Part = Pick<JournalEntry, 'documents' | 'hits'>;
  for await (const entries of searchPages<Part>(client, request, signal)) {
    for (const { _source: entry } of entries) {
      if (entry === undefined) continue;
      const documents = isUnsettled(entry) ? unsettled : tagged;
      for (const { index, ids } of entry.hits) {
        for (const id of ids) documents.add(JSON.stringify([index, id]));
      }
    }
  }
  for (const document of tagged) unsettled.delete(document);
  return { tagged: tagged.size, unsettled: unsettled.size };
}

/**
 * How many documents may have their tag or not, by the entries that a query finds. One that another
 * entry lists as tagged counts as well.
 */
export async function countUnsettled(
  client: Client,
  query: estypes.QueryDslQueryContainer,
  signal: AbortSignal,
): Promise<number> {
  const filter = [query, unsettledQuery];
  return (await countOnce(client, { bool: { filter } }, signal)).unsettled;
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
): Promise<JournalCount> {
  const found = await searchJournal<Listed>(client, query, listed, signal);
  if (found === undefined) return { tagged: 0, unsettled: 0 };
  const isSettled = found.unsettled.doc_count === 0;
  const unsettled = isSettled ? 0 : await countUnsettled(client, query, signal);
  return { tagged: found.listed.value, unsettled };
}
