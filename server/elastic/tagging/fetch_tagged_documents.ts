import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import type { Day } from '../../../common/time';
import type { JournalHits, TaggedDocuments } from '../../app/tagging';
import { searchPages } from '../asking';
import { JOURNAL_INDEX } from '../results';
import { listed, searchJournal, type Sum } from './fetch_listed_documents';

const DAYS_AT_MOST = 10_000;
/** An entry lists up to 1,000 documents. */
const ENTRIES_PER_PAGE = 20;
/** More tags than this are not compared document by document: their ids are about 5 MB. */
const MOST_COMPARED = 200_000;
const MOST_REMEMBERED = 400;

/** Totals of a day's entries, which change when any of them does. */
const remembered = new Map<string, number>();

/** The days from `from` to `to`, inclusive. */
export interface JournalRange {
  readonly scope: string;
  readonly from: Day;
  readonly to: Day;
}

interface DayBucket {
  readonly key_as_string: Day;
  readonly doc_count: number;
  readonly listed: Sum;
  readonly newest: Sum;
  readonly sources: { readonly buckets: readonly unknown[] };
}

const perDay: Record<string, estypes.AggregationsAggregationContainer> = {
  listed,
  newest: { max: { field: '@timestamp' } },
  // One source lists a document once. With two or more, a document may be listed twice.
  sources: { terms: { field: 'source', size: 2 } },
};

/** Reads which documents the entries of a day list, and counts each once. */
async function countOnce(
  client: Client,
  scope: string,
  day: Day,
  signal: AbortSignal,
): Promise<number> {
  const request = {
    index: JOURNAL_INDEX,
    query: { bool: { filter: [{ term: { scope } }, { term: { day } }] } },
    size: ENTRIES_PER_PAGE,
    source: ['hits.index', 'hits.ids'],
    ignore_unavailable: false,
  };
  const documents = new Set<string>();
  const pages = searchPages<{ readonly hits: readonly JournalHits[] }>(client, request, signal);
  for await (const entries of pages) {
    for (const { index, ids } of entries.flatMap(({ _source }) => _source?.hits ?? [])) {
      for (const id of ids) documents.add(JSON.stringify([index, id]));
    }
  }
  return documents.size;
}

async function taggedOn(
  client: Client,
  scope: string,
  { key_as_string: day, doc_count: entries, listed, newest, sources }: DayBucket,
  signal: AbortSignal,
): Promise<TaggedDocuments> {
  const tags = listed.value;
  if (sources.buckets.length < 2) return { documents: tags, is_most: false };
  if (tags > MOST_COMPARED) return { documents: tags, is_most: true };
  const key = JSON.stringify([scope, day, entries, tags, newest.value]);
  const documents = remembered.get(key) ?? (await countOnce(client, scope, day, signal));
  const [oldest] = remembered.keys();
  if (oldest !== undefined && remembered.size >= MOST_REMEMBERED) remembered.delete(oldest);
  remembered.set(key, documents);
  return { documents, is_most: false };
}

/**
 * How many documents of each day have a tag because of Logwave, in any zone. One that two sources
 * have tagged has two tags, and counts once.
 *
 * @returns the days that have some
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchTaggedByDay(
  client: Client,
  { scope, from, to }: JournalRange,
  signal: AbortSignal,
): Promise<ReadonlyMap<Day, TaggedDocuments>> {
  const filter = [{ term: { scope } }, { range: { day: { gte: from, lte: to } } }];
  const days = { terms: { field: 'day', size: DAYS_AT_MOST }, aggs: perDay };
  const query = { bool: { filter } };
  type Days = { readonly days: { readonly buckets: readonly DayBucket[] } };
  const found = await searchJournal<Days>(client, query, { days }, signal);
  const tagged = new Map<Day, TaggedDocuments>();
  for (const bucket of found?.days.buckets ?? []) {
    tagged.set(bucket.key_as_string, await taggedOn(client, scope, bucket, signal));
  }
  return tagged;
}
