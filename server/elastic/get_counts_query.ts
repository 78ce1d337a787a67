import type { estypes } from '@elastic/elasticsearch';
import type { Source } from '../../common/sources/source';
import { binsOf } from '../../common/time/day_bins';
import type { LocalDay } from '../../common/time/local_day';
import { getSourceFilter, getTimeFilter } from './get_source_filter';

/** The name of the time bin in a bucket's key. */
export const BIN = 'bin';

/** The name of a subtype field in a bucket's key; names of fields may hold any character. */
export function subtypeKey(index: number): string {
  return `subtype_${index}`;
}

/** Which part of the buckets is asked for. */
export interface CountsPage {
  readonly size: number;
  /** The key after which the page begins; undefined for the first page. */
  readonly after: estypes.AggregationsCompositeAggregateKey | undefined;
}

/** What the query answers. */
export interface CountsAggregations {
  readonly documents: { readonly doc_count: number };
  readonly series: {
    readonly buckets: readonly estypes.AggregationsCompositeBucket[];
    readonly after_key?: estypes.AggregationsCompositeAggregateKey;
  };
}

function sourcesOf(
  source: Source,
  fields: ReadonlyMap<string, string>,
  day: LocalDay,
): Record<string, estypes.AggregationsCompositeAggregationSource>[] {
  const { interval, offset } = binsOf(day);
  const subtypes = source.subtype_fields.map((field, index) => ({
    [subtypeKey(index)]: { terms: { field: fields.get(field) ?? field, missing_bucket: true } },
  }));
  const time = fields.get(source.time_field) ?? source.time_field;
  const bin = {
    date_histogram: { field: time, fixed_interval: `${interval}ms`, offset: `${offset}ms` },
  };
  return [...subtypes, { [BIN]: bin }];
}

/** Which documents belong to the source on the day. */
export function getDayFilter(
  source: Source,
  fields: ReadonlyMap<string, string>,
  day: LocalDay,
): estypes.QueryDslQueryContainer[] {
  const time = fields.get(source.time_field) ?? source.time_field;
  return [getTimeFilter(time, day), ...getSourceFilter(source, fields)];
}

/**
 * Counts a day of a source: one bucket for each combination of subtype and time bin that occurs.
 *
 * Subtype and bin together are the key of one composite aggregation, so that any number of subtypes
 * and of subtype fields is counted in the same way, in pages; a missing value is a null in the key.
 */
export function getCountsQuery(
  source: Source,
  fields: ReadonlyMap<string, string>,
  day: LocalDay,
  { size, after }: CountsPage,
): estypes.SearchRequest {
  const sources = sourcesOf(source, fields, day);
  return {
    size: 0,
    track_total_hits: false,
    query: { bool: { filter: getDayFilter(source, fields, day) } },
    aggs: {
      documents: { filter: { match_all: {} } },
      series: { composite: { size, sources, ...(after === undefined ? {} : { after }) } },
    },
  };
}

/** Counts the documents of the day that lack one of the subtype fields. */
export function getLackingQuery(
  source: Source,
  fields: ReadonlyMap<string, string>,
  day: LocalDay,
): estypes.SearchRequest {
  const whole = source.subtype_fields.map((field) => ({
    exists: { field: fields.get(field) ?? field },
  }));
  return {
    size: 0,
    track_total_hits: false,
    query: {
      bool: {
        filter: getDayFilter(source, fields, day),
        must_not: [{ bool: { filter: whole } }],
      },
    },
    aggs: { documents: { filter: { match_all: {} } } },
  };
}
