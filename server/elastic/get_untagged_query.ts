import type { estypes } from '@elastic/elasticsearch';
import type { SeriesHours } from '../app/tagging_ports';
import { getSeriesQuery } from './get_series_query';
import { getTimeFilter } from './get_source_filter';

/** What the query answers: by the series' place, its documents and those without the tag. */
export interface UntaggedAggregations {
  readonly [place: string]: {
    readonly doc_count: number;
    readonly untagged: { readonly doc_count: number };
  };
}

/**
 * Counts the documents of flagged hours that lack their tag: one bucket for each of the series.
 *
 * @param series of one source and one day, at least one
 * @param tagsField the field by which whole tags can be searched for
 */
export function getUntaggedQuery(
  series: readonly [SeriesHours, ...SeriesHours[]],
  fields: ReadonlyMap<string, string>,
  tagsField: string,
): estypes.SearchRequest {
  const [{ source, day }] = series;
  const time = fields.get(source.time_field) ?? source.time_field;
  const untagged = {
    filter: { bool: { must_not: [{ term: { [tagsField]: { value: source.tag } } }] } },
  };
  const buckets = series.map((one, place): [string, estypes.AggregationsAggregationContainer] => [
    String(place),
    { filter: getSeriesQuery(one, fields), aggs: { untagged } },
  ]);
  return {
    size: 0,
    track_total_hits: false,
    query: getTimeFilter(time, day),
    aggs: Object.fromEntries(buckets),
  };
}
