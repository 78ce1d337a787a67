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
  } & {
    /** About how many different values a field has; only for the tested day, if asked for. */
    readonly [different: `different_${number}`]: { readonly value: number };
  }
>;

/** The name of a field's aggregation. Names of fields may contain any character. */
export function fieldName(place: number): `field_${number}` {
  return `field_${place}`;
}

/** The name of the number of a field's different values. */
export function differentName(place: number): `different_${number}` {
  return `different_${place}`;
}

/** Below this number, Elasticsearch counts different values nearly exactly. */
const PRECISION = 3000;

/** How many values of a field are counted, and whether the others are at least numbered. */
export interface ValueSizes {
  readonly today: number;
  readonly training: number;
  readonly isNumbered: boolean;
}

/**
 * Counts the values of fields on the tested day and on the training days.
 *
 * @param only the values to count, for each field; undefined for those that are most frequent
 * @param size how many values of a field are counted: on either side, or on each
 */
export function getTopFieldsQuery(
  query: estypes.QueryDslQueryContainer,
  timeField: string,
  fields: readonly string[],
  { today, training }: ComparedRanges,
  size: number | ValueSizes,
  only?: readonly (readonly (string | number)[])[],
): estypes.SearchRequest {
  const {
    today: most,
    training: mostBefore,
    isNumbered,
  } = typeof size === 'number' ? { today: size, training: size, isNumbered: false } : size;
  const valuesOf = (count: number) =>
    fields.map((field, place) => {
      const include = only?.[place];
      const terms = { field, size: include === undefined ? count : Math.max(1, include.length) };
      const included = include === undefined ? {} : { include: [...include] as string[] };
      return [fieldName(place), { terms: { ...terms, ...included } }] as const;
    });
  const different = fields.map((field, place) => {
    const cardinality = { field, precision_threshold: PRECISION };
    return [differentName(place), { cardinality }] as const;
  });
  const within = (
    ranges: readonly TimeRange[],
    aggregations: readonly (readonly [string, estypes.AggregationsAggregationContainer])[],
  ) => ({
    filter: {
      bool: {
        should: ranges.map((range) => getTimeFilter(timeField, range)),
        minimum_should_match: 1,
      },
    },
    aggs: Object.fromEntries(aggregations),
  });
  return {
    size: 0,
    track_total_hits: false,
    query,
    aggs: {
      today: within(today, [...valuesOf(most), ...(isNumbered ? different : [])]),
      training: within(training, valuesOf(mostBefore)),
    },
  };
}
