import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import type { Source } from '../../../common/sources';
import type { LocalDay } from '../../../common/time';
import { type Answer, type IndexGroup, unknownFor } from '../../app/counting';
import {
  getSourceFilter,
  getTimeFilter,
  indexExpressions,
  isNamedBy,
  isPassingTrouble,
  orUnknown,
  patiently,
  searchWhole,
} from '../asking';
import { fetchIndexShape, type IndexShape } from './fetch_index_groups';

/** A source and its indices. */
interface ShapedSource extends IndexShape {
  readonly source: Source;
}

/** The indices of one group by name. */
function namesOf({ source, indices }: ShapedSource, group: IndexGroup): readonly string[] {
  return group.index === source.index ? indices : group.index.split(',');
}

/** The conditions that make a document one of the source: one for each group of its indices. */
function clausesOf(
  shaped: ShapedSource,
  day: LocalDay,
  isAlone: boolean,
): estypes.QueryDslQueryContainer[] {
  const { source, groups } = shaped;
  return groups
    .filter(({ unusable }) => unusable === null)
    .map((group) => {
      const time = group.fields.get(source.time_field) ?? source.time_field;
      const filter = [getTimeFilter(time, day), ...getSourceFilter(source, group.fields)];
      const isWhole = isAlone && group.index === source.index;
      const within = isWhole ? [] : [{ terms: { _index: [...namesOf(shaped, group)] } }];
      return { bool: { filter: [...filter, ...within] } };
    });
}

async function countIn(
  client: Client,
  index: string,
  clauses: readonly estypes.QueryDslQueryContainer[],
  signal: AbortSignal,
): Promise<number> {
  const query = { bool: { should: [...clauses], minimum_should_match: 1 } };
  const aggs = { documents: { filter: { match_all: {} } } };
  const request = { index, size: 0, track_total_hits: false, query, aggs };
  const answer = await searchWhole<{ documents: { doc_count: number } }>(client, request, signal);
  return answer.documents.doc_count;
}

/**
 * Counts the documents of a day that belong to at least one of the sources, each of them once: one
 * search, or a few if the sources have many indices of their own.
 *
 * @returns unknown if a shard failed, Elasticsearch refused, or a source uses both an alias of an
 * index and other expressions for it
 * @throws errors of the connection, and the abort
 */
export async function fetchDocumentsOnce(
  client: Client,
  sources: readonly Source[],
  day: LocalDay,
  signal: AbortSignal,
): Promise<Answer<number>> {
  const shaped: ShapedSource[] = [];
  for (const source of sources) {
    const shape = await fetchIndexShape(client, source, signal);
    if (shape.state === 'unknown') return shape;
    shaped.push({ source, ...shape.value });
  }
  const expressions = [...new Set(sources.map(({ index }) => index))];
  const isAlone = expressions.length === 1;
  const byAlias = shaped.find(({ source, indices }) =>
    indices.some((name) => !isNamedBy(source.index, name)),
  );
  if (!isAlone && byAlias !== undefined) {
    return unknownFor(`"${byAlias.source.index}" reaches indices by an alias`, false);
  }
  const clauses = shaped.flatMap((one) => clausesOf(one, day, isAlone));
  const names = [...new Set(shaped.flatMap(({ indices }) => indices))];
  return orUnknown(async () => {
    let documents = 0;
    for (const index of isAlone ? expressions : indexExpressions(names)) {
      const count = () => countIn(client, index, clauses, signal);
      documents += await patiently(count, signal, isPassingTrouble);
    }
    return documents;
  });
}
