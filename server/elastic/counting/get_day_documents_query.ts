import { greatest, least } from '../../../common/lists';
import type { estypes } from '@elastic/elasticsearch';
import type { Source } from '../../../common/sources';
import type { LocalDay } from '../../../common/time';
import { getSourceFilter, getTimeFilter } from '../asking';

/** Documents by day. */
export interface DayBuckets {
  readonly buckets: readonly { readonly key: string; readonly doc_count: number }[];
}

/** The answer of the query: `all` is absent without days, `of_source` if no day is checked. */
export interface DayDocumentsAggregations {
  readonly all?: DayBuckets;
  readonly of_source?: { readonly days: DayBuckets };
}

function spanOf(days: readonly LocalDay[]) {
  return {
    from: least(days.map(({ from }) => from)),
    to: greatest(days.map(({ to }) => to)),
  };
}

function dayRanges(field: string, days: readonly LocalDay[]) {
  const ranges = days.map(({ day, from, to }) => ({ key: day, from, to }));
  return { date_range: { field, format: 'epoch_millis', ranges } };
}

/**
 * How many documents a group of indices has on each of the days, and how many of the source on the
 * checked days.
 *
 * The days of all documents are at the top level, where Elasticsearch counts them from the index
 * without visiting a document.
 *
 * @param days none if only the checked days are asked for, of which there is one then
 */
export function getDayDocumentsQuery(
  source: Source,
  fields: ReadonlyMap<string, string>,
  days: readonly LocalDay[],
  checked: readonly LocalDay[],
): estypes.SearchRequest {
  const time = fields.get(source.time_field) ?? source.time_field;
  const span = spanOf(days.length === 0 ? checked : days);
  const query = { size: 0, track_total_hits: false, query: getTimeFilter(time, span) };
  const all = days.length === 0 ? {} : { all: dayRanges(time, days) };
  if (checked.length === 0) return { ...query, aggs: all };
  const conditions = [getTimeFilter(time, spanOf(checked)), ...getSourceFilter(source, fields)];
  const ofSource = {
    filter: { bool: { filter: conditions } },
    aggs: { days: dayRanges(time, checked) },
  };
  return { ...query, aggs: { ...all, of_source: ofSource } };
}
