import type { Client } from '../client';
import type { PairCounts } from '../../../common/incidents';
import { greatest } from '../../../common/lists';
import type { Source } from '../../../common/sources';
import type { PairToCount } from '../../app/explaining';
import { type Answer, unknownFor } from '../../app/counting';
import { indexExpressions, isNamedBy, orUnknown, searchWhole } from '../asking';
import { fetchIndexShape, type IndexShape } from '../counting';
import {
  commonIndices,
  getPairsQuery,
  pairCountsIn,
  type NamedGroup,
  type PairsAggregations,
  type PlacedPair,
} from './get_pairs_query';

function namedGroups(source: Source, { indices, groups }: IndexShape): NamedGroup[] {
  return groups.flatMap(({ index, fields, unusable }) => {
    if (unusable !== null) return [];
    return [{ names: index === source.index ? indices : index.split(','), fields }];
  });
}

/** The indices of sources, by the id of each. */
interface Shapes {
  readonly groups: ReadonlyMap<string, NamedGroup[]>;
  /** How many there are, including those that cannot be used. */
  readonly indices: ReadonlyMap<string, number>;
}

async function fetchShapes(
  client: Client,
  sources: readonly Source[],
  signal: AbortSignal,
): Promise<Answer<Shapes>> {
  const groups = new Map<string, NamedGroup[]>();
  const counts = new Map<string, number>();
  const isAlone = new Set(sources.map(({ index }) => index)).size === 1;
  for (const source of sources) {
    const shape = await fetchIndexShape(client, source, signal);
    if (shape.state === 'unknown') return shape;
    const { indices } = shape.value;
    // By name, it would be searched without the filter that the alias may have.
    if (!isAlone && !indices.every((name) => isNamedBy(source.index, name))) {
      return unknownFor(`"${source.index}" reaches indices by an alias`, false);
    }
    groups.set(source.id, namedGroups(source, shape.value));
    counts.set(source.id, indices.length);
  }
  return { state: 'known', value: { groups, indices: counts } };
}

/** If all pairs are searched at once: an expression, and how many indices it matches. */
function placeOf(
  sources: readonly Source[],
  indices: ReadonlyMap<string, number>,
  pairs: readonly PlacedPair[],
): { readonly index: string; readonly searched: number } {
  const names = new Set(pairs.flatMap(({ common }) => common.flatMap((one) => one.names)));
  const expressions = [...new Set(sources.map(({ index }) => index))];
  const byName = indexExpressions([...names]);
  if (expressions.length > 1 && byName.length === 1) {
    return { index: byName[0] ?? '', searched: names.size };
  }
  if (expressions.length === 1) {
    return { index: expressions[0] ?? '', searched: greatest(indices.values()) };
  }
  // The expressions together may match indices that do not belong to both sources. Then each pair
  // names its own.
  return { index: expressions.join(','), searched: Infinity };
}

/**
 * Counts the documents that pairs of series have in common: one search for all pairs.
 *
 * @returns for each pair its counts, undefined if no index belongs to both; or unknown
 * @throws errors of the connection, and the abort
 */
export async function fetchPairCounts(
  client: Client,
  pairs: readonly PairToCount[],
  signal: AbortSignal,
): Promise<Answer<readonly (PairCounts | undefined)[]>> {
  const all = pairs.flatMap(({ a, b }) => [a.source, b.source]);
  const sources = [...new Map(all.map((source) => [source.id, source])).values()];
  const shapes = await fetchShapes(client, sources, signal);
  if (shapes.state === 'unknown') return shapes;
  const groupsOf = ({ id }: Source): NamedGroup[] => shapes.value.groups.get(id) ?? [];
  const placed = pairs.map((pair) => ({
    pair,
    common: commonIndices(groupsOf(pair.a.source), groupsOf(pair.b.source)),
  }));
  const asked = placed.filter(({ common }) => common.length > 0);
  if (asked.length === 0) return { state: 'known', value: pairs.map(() => undefined) };
  const { index, searched } = placeOf(sources, shapes.value.indices, asked);
  return orUnknown(async () => {
    const request = { index, ...getPairsQuery(asked, searched) };
    const answer = await searchWhole<PairsAggregations>(client, request, signal);
    const counts = new Map(
      pairCountsIn(answer, asked).map((one, place) => [asked[place], one] as const),
    );
    return placed.map((one) => counts.get(one));
  });
}
