import type { Client, estypes } from '@elastic/elasticsearch';
import type { Source } from '../../common/sources/source';
import { columnFinder } from '../../common/time/day_bins';
import type { LocalDay } from '../../common/time/local_day';
import type { SourceDay } from '../../common/waveform/source_day';
import type { IndexGroup, Searched } from '../app/counting_ports';
import { bucketLimit } from './error_reason';
import { emptyCounts, foldCounts } from './fold_counts';
import {
  getCountsQuery,
  getLackingQuery,
  type CountsAggregations,
  type CountsPage,
} from './get_counts_query';
import { orUnknown, searchWhole } from './search_whole';

/** Below the 65,536 buckets that a cluster allows unless told otherwise. */
const PAGE_SIZE = 50_000;

type Search = <T>(query: estypes.SearchRequest) => Promise<T>;

/** All pages of the buckets; in smaller pages where the cluster allows fewer buckets than usual. */
async function* countPages(
  search: Search,
  getPage: (page: CountsPage) => estypes.SearchRequest,
): AsyncGenerator<CountsAggregations> {
  let size = PAGE_SIZE;
  let after: CountsPage['after'];
  for (;;) {
    let page: CountsAggregations;
    try {
      page = await search<CountsAggregations>(getPage({ size, after }));
    } catch (error) {
      const limit = bucketLimit(error);
      if (limit === undefined || limit < 1 || limit >= size) throw error;
      size = limit;
      continue;
    }
    yield page;
    const { buckets, after_key: last } = page.series;
    if (buckets.length < size || last === undefined) return;
    after = last;
  }
}

async function countAll(
  search: Search,
  source: Source,
  { fields }: IndexGroup,
  day: LocalDay,
): Promise<SourceDay> {
  const fieldCount = source.subtype_fields.length;
  const hourAt = columnFinder(day);
  const counts = emptyCounts();
  // Of the first page: documents that come in between pages are noticed when the day has grown.
  let documents: number | undefined;
  const pages = countPages(search, (page) => getCountsQuery(source, fields, day, page));
  for await (const page of pages) {
    documents ??= page.documents.doc_count;
    foldCounts(counts, page.series.buckets, fieldCount, hourAt);
  }
  if (counts.total !== documents) {
    // Some documents are in several buckets: how many of them lack a field is a question of its own.
    const query = getLackingQuery(source, fields, day);
    const { documents: lacking } = await search<Pick<CountsAggregations, 'documents'>>(query);
    counts.lacking = lacking.doc_count;
  }
  return {
    source: source.id,
    day: day.day,
    zone: day.zone,
    series: counts.series,
    documents: documents ?? 0,
    without_subtype: counts.lacking,
  };
}

/**
 * Counts the 24 hours of a day for every series of a source: one search, and one more for each
 * further 50,000 hours with events. Documents with several values in a subtype field take one more.
 *
 * @returns the counts, or unknown where a shard failed or Elasticsearch refused
 * @throws errors of the connection, and the abort
 */
export async function fetchCounts(
  client: Client,
  source: Source,
  group: IndexGroup,
  day: LocalDay,
  signal: AbortSignal,
): Promise<Searched<SourceDay>> {
  let searches = 0;
  const search: Search = (query) => {
    searches += 1;
    // Each day is counted once: its counts would only push others out of the cache.
    const request = { ...query, index: group.index, request_cache: false };
    return searchWhole(client, request, signal);
  };
  const answer = await orUnknown(() => countAll(search, source, group, day));
  return { ...answer, searches };
}
