import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import type { Source } from '../../../common/sources';
import { columnFinder, type LocalDay } from '../../../common/time';
import type { SourceDay } from '../../../common/waveform/hours';
import type { IndexGroup, Searched } from '../../app/counting';
import { bucketLimit, isShortOfMemory, LeastShards, orUnknown, searchWhole } from '../asking';
import { emptyCounts, foldComposite, foldTerms, type FoldedCounts } from './fold_counts';
import {
  getCompositeQuery,
  getLackingQuery,
  getTermsQuery,
  type CompositeAggregations,
  type CountsPage,
  type DocumentsAggregation,
  type TermsAggregations,
} from './get_counts_query';
import { missingValue } from './missing_value';
import type { SourceSizes } from './source_sizes';
import { termsSize } from './terms_size';

/**
 * V8 keeps a list of more than 128 kB (16,382 places) apart, where it and all that it holds outlive
 * many more collections: with 20,000 buckets, counting 10,000 series takes 30 MB more.
 */
const PAGE_SIZE = 16_000;

/** Of a page where memory is short: each shard holds one while its documents are counted. */
const SMALL_PAGE_SIZE = 1_000;

/** How large pages may be after a refusal; undefined if their size was not the reason. */
function smallerPageSize(error: unknown): number | undefined {
  return isShortOfMemory(error) ? SMALL_PAGE_SIZE : bucketLimit(error);
}

/** What all searches of a day share. */
interface DaySearch {
  readonly source: Source;
  readonly group: IndexGroup;
  readonly day: LocalDay;
  /** What the search finds out about the source is noted here. */
  readonly sizes: SourceSizes;
  readonly search: <T>(query: estypes.SearchRequest, hasSmaller?: boolean) => Promise<T>;
}

/** Counts, and the documents that were found. */
interface FoundCounts {
  readonly counts: FoldedCounts;
  readonly documents: number;
}

/** Counts in one search; undefined if subtypes are too many, memory too short, or several fields to count by. */
async function countByTerms(task: DaySearch): Promise<FoundCounts | undefined> {
  const { source, group, day, sizes, search } = task;
  const missing = missingValue(group.subtype_kind);
  const size = termsSize(day);
  if (source.subtype_fields.length > 1 || missing === undefined || size === 0) return undefined;
  if (sizes.isCrowded(source)) return undefined;
  const room = { size, missing, has_few: sizes.hasFewSeries(source) };
  let answer: TermsAggregations;
  try {
    answer = await search(getTermsQuery(source, group.fields, day, room), true);
  } catch (error) {
    if (smallerPageSize(error) === undefined) throw error;
    sizes.noteCrowded(source);
    return undefined;
  }
  if (answer.series.sum_other_doc_count > 0) {
    sizes.noteCrowded(source);
    return undefined;
  }
  const counts = emptyCounts();
  foldTerms(counts, answer, missing.missing, columnFinder(day));
  return { counts, documents: answer.documents.doc_count };
}

/**
 * All pages of a composite answer, with smaller pages if the cluster allows fewer buckets than
 * usual, or memory is short.
 */
async function* compositePages(task: DaySearch): AsyncGenerator<CompositeAggregations> {
  const { source, group, day, search } = task;
  let size = PAGE_SIZE;
  let after: CountsPage['after'];
  for (;;) {
    let page: CompositeAggregations;
    try {
      const query = getCompositeQuery(source, group.fields, day, { size, after });
      page = await search(query, size > SMALL_PAGE_SIZE);
    } catch (error) {
      const limit = smallerPageSize(error);
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

async function countByPages(task: DaySearch): Promise<FoundCounts> {
  const { source, day } = task;
  const hourAt = columnFinder(day);
  const counts = emptyCounts();
  // Of the first page. Documents that arrive between pages are noticed because the day has grown.
  let documents: number | undefined;
  for await (const page of compositePages(task)) {
    documents ??= page.documents.doc_count;
    foldComposite(counts, page, source.subtype_fields.length, hourAt);
  }
  return { counts, documents: documents ?? 0 };
}

async function countDay(task: DaySearch): Promise<SourceDay> {
  const { source, group, day, sizes, search } = task;
  const { counts, documents } = (await countByTerms(task)) ?? (await countByPages(task));
  let { lacking } = counts;
  if (counts.total !== documents) {
    // Some documents are in several buckets, so the number that lack a field needs another search.
    const query = getLackingQuery(source, group.fields, day);
    lacking = (await search<DocumentsAggregation>(query)).documents.doc_count;
  }
  counts.series.trim();
  sizes.note(source, counts.series.size);
  return {
    source: source.id,
    day: day.day,
    zone: day.zone,
    series: counts.series,
    documents,
    without_subtype: lacking,
  };
}

/**
 * Counts the 24 hours of a day for every series of a source.
 *
 * One search of terms > histogram is enough for up to 2,600 subtypes. More, or those of several
 * fields, are counted in pages of a composite aggregation, one search for every 16,000 hours with
 * events. If documents have several values in a subtype field, it takes one more. If memory is short
 * for one search, it is counted in pages as well.
 *
 * @param sizes what is known of the sources: for one with more subtypes than one search can hold, that
 * is not tried; what turns out is noted
 * @returns the counts, or unknown if a shard failed or Elasticsearch refused
 * @throws errors of the connection, and the abort
 */
export async function fetchCounts(
  client: Client,
  source: Source,
  group: IndexGroup,
  day: LocalDay,
  sizes: SourceSizes,
  signal: AbortSignal,
): Promise<Searched<SourceDay>> {
  let searches = 0;
  const asked = new LeastShards();
  const search: DaySearch['search'] = (query, hasSmaller) => {
    searches += 1;
    // Each day is counted once, so caching its counts would only displace others.
    const request = { ...query, index: group.index, request_cache: false };
    return searchWhole(client, request, signal, asked, hasSmaller);
  };
  const answer = await orUnknown(() => countDay({ source, group, day, sizes, search }));
  return { ...answer, searches, ...asked.told() };
}
