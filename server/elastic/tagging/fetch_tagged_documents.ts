import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import type { Day } from '../../../common/time';
import type { TaggedDocuments } from '../../app/tagging';
import {
  countOnce,
  countUnsettled,
  listed,
  searchJournal,
  type Listed,
  type Sum,
} from './fetch_listed_documents';

const DAYS_AT_MOST = 10_000;
/**
 * More tags than this are not compared document by document: their ids are about 5 MB, and would be
 * read each time somebody opens the day. Then a document with the tags of two sources counts twice,
 * and one that is listed as tagged and as unsettled counts as both.
 */
const MOST_COMPARED = 200_000;
const MOST_REMEMBERED = 400;

/** By the totals of a day's settled entries, which change when any of them does. */
const remembered = new Map<string, number>();

/** The days from `from` to `to`, inclusive. */
export interface JournalRange {
  readonly scope: string;
  readonly from: Day;
  readonly to: Day;
  /** Ids of the sources that have tagged; absent for all. */
  readonly sources?: ReadonlySet<string> | undefined;
}

/** The entries of a scope, of some sources or of all. */
function entriesOf({
  scope,
  sources,
}: Pick<JournalRange, 'scope' | 'sources'>): estypes.QueryDslQueryContainer[] {
  const ofSources = sources === undefined ? [] : [{ terms: { source: [...sources].sort() } }];
  return [{ term: { scope } }, ...ofSources];
}

interface DayBucket extends Listed {
  readonly key_as_string: Day;
  readonly doc_count: number;
  readonly newest: Sum;
  readonly sources: { readonly buckets: readonly unknown[] };
}

const perDay: Record<string, estypes.AggregationsAggregationContainer> = {
  ...listed,
  newest: { max: { field: '@timestamp' } },
  // One source lists a document once. With two or more, a document may be listed twice.
  sources: { terms: { field: 'source', size: 2 } },
};

async function taggedOn(
  client: Client,
  ofRange: readonly estypes.QueryDslQueryContainer[],
  bucket: DayBucket,
  signal: AbortSignal,
): Promise<TaggedDocuments> {
  const { key_as_string: day, doc_count: entries, listed, newest, sources } = bucket;
  const tags = listed.value;
  const open = bucket.unsettled.doc_count;
  const isOfOne = sources.buckets.length < 2;
  const query = { bool: { filter: [...ofRange, { term: { day } }] } };
  if (tags > MOST_COMPARED) {
    const unsettled = open === 0 ? 0 : await countUnsettled(client, query, signal);
    return { documents: tags, is_most: !isOfOne, ...(unsettled > 0 && { unsettled }) };
  }
  if (open === 0 && isOfOne) return { documents: tags, is_most: false };
  if (open > 0) {
    const { tagged, unsettled } = await countOnce(client, query, signal);
    return { documents: tagged, is_most: false, ...(unsettled > 0 && { unsettled }) };
  }
  const key = JSON.stringify([ofRange, day, entries, tags, newest.value]);
  const documents = remembered.get(key) ?? (await countOnce(client, query, signal)).tagged;
  const [oldest] = remembered.keys();
  if (oldest !== undefined && remembered.size >= MOST_REMEMBERED) remembered.delete(oldest);
  remembered.set(key, documents);
  return { documents, is_most: false };
}

/**
 * How many documents of each day have a tag because of Logwave, in any zone. One that two sources
 * have tagged has two tags, and counts once. One of which no answer came is not among them. Of days
 * with more than 200,000 tags, both numbers are upper limits.
 *
 * @returns the days that have some
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchTaggedByDay(
  client: Client,
  { from, to, ...whose }: JournalRange,
  signal: AbortSignal,
): Promise<ReadonlyMap<Day, TaggedDocuments>> {
  const ofRange = entriesOf(whose);
  const filter = [...ofRange, { range: { day: { gte: from, lte: to } } }];
  const days = { terms: { field: 'day', size: DAYS_AT_MOST }, aggs: perDay };
  const query = { bool: { filter } };
  type Days = { readonly days: { readonly buckets: readonly DayBucket[] } };
  const found = await searchJournal<Days>(client, query, { days }, signal);
  const tagged = new Map<Day, TaggedDocuments>();
  for (const bucket of found?.days.buckets ?? []) {
    tagged.set(bucket.key_as_string, await taggedOn(client, ofRange, bucket, signal));
  }
  return tagged;
}
