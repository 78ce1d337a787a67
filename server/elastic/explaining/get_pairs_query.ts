import type { estypes } from '@elastic/elasticsearch';
import type { PairCounts } from '../../../common/incidents';
import type { PairToCount, SeriesToCount } from '../../app/explaining';
import type { IndexGroup } from '../../app/counting';
import type { TimeRange } from '../../../common/time';
import { getSourceFilter, getSubtypeFilter, getTimeFilter } from '../asking';

/** A source's indices of one group, by name. */
export interface NamedGroup extends Pick<IndexGroup, 'fields'> {
  readonly names: readonly string[];
}

/** Indices that two sources have in common, and how each names its fields there. */
export interface CommonIndices {
  readonly names: readonly string[];
  readonly a: IndexGroup['fields'];
  readonly b: IndexGroup['fields'];
}

/** A pair with the indices in which a document can belong to both. */
export interface PlacedPair {
  readonly pair: PairToCount;
  readonly common: readonly CommonIndices[];
}

type Query = estypes.QueryDslQueryContainer;

/** Where groups of two sources overlap; nothing if no index is in both. */
export function commonIndices(a: readonly NamedGroup[], b: readonly NamedGroup[]): CommonIndices[] {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const within = new Set(other.names);
      const names = one.names.filter((name) => within.has(name));
      return names.length === 0 ? [] : [{ names, a: one.fields, b: other.fields }];
    }),
  );
}

function ofSeries({ source, subtype }: SeriesToCount, fields: IndexGroup['fields']): Query[] {
  return [...getSourceFilter(source, fields), ...getSubtypeFilter(source, fields, subtype)];
}

function within(time: string, ranges: readonly TimeRange[]): Query {
  const should = ranges.map((range) => getTimeFilter(time, range));
  return { bool: { should, minimum_should_match: 1 } };
}

/** The index of a pair's count in the answer. */
function nameOf(place: number, part: number, count: keyof PairCounts): string {
  return `${place}_${part}_${count}`;
}

function filtersOf(
  { pair, common }: PlacedPair,
  place: number,
  searched: number,
): [string, Query][] {
  const { a, b, today, usual, is_each_counted: isEach } = pair;
  return common.flatMap(({ names, a: fieldsA, b: fieldsB }, part) => {
    const time = fieldsA.get(a.source.time_field) ?? a.source.time_field;
    const where: Query[] = names.length === searched ? [] : [{ terms: { _index: [...names] } }];
    const [ofA, ofB] = [ofSeries(a, fieldsA), ofSeries(b, fieldsB)];
    const filter = (
      count: keyof PairCounts,
      clauses: readonly Query[],
      ranges: readonly TimeRange[],
    ): [string, Query][] => {
      const all = [...where, ...clauses, within(time, ranges)];
      return ranges.length === 0 ? [] : [[nameOf(place, part, count), { bool: { filter: all } }]];
    };
    return [
      ...filter('today', [...ofA, ...ofB], today),
      ...filter('usual', [...ofA, ...ofB], usual),
      ...(isEach ? filter('usual_a', ofA, usual) : []),
      ...(isEach ? filter('usual_b', ofB, usual) : []),
    ];
  });
}

/**
 * Counts the documents of pairs, with a filter for each. Elasticsearch counts filters separately,
 * so one pair costs no more than a search for its documents.
 *
 * @param searched how many indices are searched
 */
export function getPairsQuery(
  pairs: readonly PlacedPair[],
  searched: number,
): Pick<estypes.SearchRequest, 'size' | 'track_total_hits' | 'aggs'> {
  const filters = Object.fromEntries(
    pairs.flatMap((placed, place) => filtersOf(placed, place, searched)),
  );
  return { size: 0, track_total_hits: false, aggs: { pairs: { filters: { filters } } } };
}

/** The answer of the query. */
export interface PairsAggregations {
  readonly pairs: { readonly buckets: Readonly<Record<string, { readonly doc_count: number }>> };
}

/** The counts of each pair. */
export function pairCountsIn(
  { pairs: { buckets } }: PairsAggregations,
  pairs: readonly PlacedPair[],
): PairCounts[] {
  return pairs.map(({ common }, place) => {
    const count = (name: keyof PairCounts): number =>
      common.reduce(
        (sum, _, part) => sum + (buckets[nameOf(place, part, name)]?.doc_count ?? 0),
        0,
      );
    return {
      today: count('today'),
      usual: count('usual'),
      usual_a: count('usual_a'),
      usual_b: count('usual_b'),
    };
  });
}
