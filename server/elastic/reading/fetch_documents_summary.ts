import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import type { IndexGroup } from '../../app/counting';
import { getDocumentsQuery, type WantedDocuments } from './get_documents_query';
import { indexExpressions, isNamedBy, patiently, searchGap } from '../asking';
const MOST_INDICES = 1_000;

/** Facts about a list of documents before any of them is read. */
export interface DocumentsSummary {
  readonly total: number;
  /** An expression for the indices that hold them; undefined if none does. */
  readonly index: string | undefined;
  /** Why some may be missing, a phrase each. */
  readonly gaps: readonly string[];
}

interface ByIndex {
  readonly indices: {
    readonly sum_other_doc_count: number;
    readonly buckets: readonly { readonly key: string }[];
  };
}

/** How many documents were found, if they are counted exactly. */
export function totalOf({ total }: estypes.SearchHitsMetadata): number {
  return typeof total === 'number' ? total : (total?.value ?? 0);
}

/**
 * Only few indices are named, since a point in time contains the name of each shard. Otherwise the
 * expressions stay.
 */
function expressionOf(pattern: string, names: readonly string[], isWhole: boolean): string {
  const expressions = indexExpressions(names);
  // By its own name, an index shows what the filter of an alias hides.
  const areNamed = names.every((name) => isNamedBy(pattern, name));
  return isWhole && areNamed && expressions.length === 1 ? (expressions[0] ?? pattern) : pattern;
}

/**
 * Counts the documents of a list and finds out which indices they are in: one search for each
 * group.
 *
 * @throws the client's errors
 */
export async function fetchDocumentsSummary(
  client: Client,
  wanted: WantedDocuments,
  groups: readonly IndexGroup[],
  signal: AbortSignal,
): Promise<DocumentsSummary> {
  const names = new Set<string>();
  const gaps = new Set<string>();
  let total = 0;
  let isWhole = true;
  for (const group of groups) {
    const search = {
      index: group.index,
      ignore_unavailable: true,
      allow_no_indices: true,
      size: 0,
      track_total_hits: true,
      query: getDocumentsQuery(wanted, [group]),
      aggs: { indices: { terms: { field: '_index', size: MOST_INDICES } } },
    };
    const answer = await patiently(
      () => client.search<unknown, ByIndex>(search, { signal }),
      signal,
    );
    total += totalOf(answer.hits);
    const gap = searchGap(answer);
    if (gap !== null) gaps.add(gap);
    const { buckets = [], sum_other_doc_count: others = 0 } = answer.aggregations?.indices ?? {};
    isWhole &&= others === 0;
    for (const { key } of buckets) names.add(key);
  }
  const pattern = wanted.source.index;
  const index = total === 0 ? undefined : expressionOf(pattern, [...names], isWhole);
  return { total, index, gaps: [...gaps] };
}
