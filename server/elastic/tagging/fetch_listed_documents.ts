import type { Client, estypes } from '@elastic/elasticsearch';
import type { Day } from '../../../common/time';
import { refusalType, searchWhole } from '../asking';
import { JOURNAL_INDEX } from '../results';
const DAYS_AT_MOST = 10_000;

interface Sum {
  readonly value: number;
}

interface DaySums {
  readonly days: {
    readonly buckets: readonly { readonly key_as_string: Day; readonly listed: Sum }[];
  };
}

const listed = { sum: { field: 'documents' } };

/** What aggregations over the journal come to; undefined where there is none yet. */
async function searchJournal<T>(
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
 * How many documents the entries of the journal list that a query finds.
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

/** The days from `from` to `to`, both included. */
export interface JournalRange {
  readonly scope: string;
  readonly from: Day;
  readonly to: Day;
}

/**
 * How many documents of each day carry a tag because of Logwave, in any zone: what untagging the day
 * would take away.
 *
 * @returns the days that have some
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchListedByDay(
  client: Client,
  { scope, from, to }: JournalRange,
  signal: AbortSignal,
): Promise<ReadonlyMap<Day, number>> {
  const filter = [{ term: { scope } }, { range: { day: { gte: from, lte: to } } }];
  const days = { terms: { field: 'day', size: DAYS_AT_MOST }, aggs: { listed } };
  const found = await searchJournal<DaySums>(client, { bool: { filter } }, { days }, signal);
  const buckets = found?.days.buckets ?? [];
  return new Map(buckets.map(({ key_as_string: day, listed: { value } }) => [day, value]));
}
