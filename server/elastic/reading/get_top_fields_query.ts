import type { estypes } from '@elastic/elasticsearch';
import type { TimeRange } from '../../../common/time';
import { getTimeFilter } from '../asking';

/** The documents of some ranges of time. */
export interface ComparedRanges {
  readonly today: readonly TimeRange[];
  readonly training: readonly TimeRange[];
}

/** The answer of the query: the values of each field, by its index in the list of fields. */
export type TopFieldsAggregations = Record<
  keyof ComparedRanges,
  {
    readonly doc_count: number;
    readonly [field: `field_${number}`]: {
      /** Events of values that are not among the buckets. */
      readonly sum_other_doc_count?: number;
      readonly buckets: readonly {
        readonly key: string | number;
        readonly key_as_string?: string;
        readonly doc_count: number;
      }[];
    };
  }
>;

/** The name of a field's aggregation. Names of fields may contain any character. */
export function fieldName(place: number): `field_${number}` {
  return `field_${place}`;
}

/**
 * Counts the values of fields on the tested day and on the training days.
 *
 * @param only the values to count, for each field; undefined for those that are most frequent
 * @param size how many values of a field are counted
 */
export function getTopFieldsQuery(
  query: estypes.QueryDslQueryContainer,
  timeField: string,
  fields: readonly string[],
  { today, training }: ComparedRanges,
  size: number,
  only?: readonly (readonly (string | number)[])[],
): estypes.SearchRequest {
  const values = Object.fromEntries(
    fields.map((field, place) => {
      const include = only?.[place];
      const terms = { field, size: include === undefined ? size : Math.max(1, include.length) };
      const included = include === undefined ? {} : { include: [...include] as string[] };
      return [fieldName(place), { terms: { ...terms, ...included } }];
    }),
  );
  const within = (ranges: readonly TimeRange[]) => ({
    filter: {
      bool: {
        should: ranges.map((range) => getTimeFilter(timeField, range)),
        minimum_should_match: 1,
      },
    },
    aggs: values,
  });
  return {
    size: 0,
    track_total_hits: false,
    query,
    aggs: { today: within(today), training: within(training) },
  };
}
