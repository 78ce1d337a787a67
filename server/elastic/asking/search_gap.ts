import type { estypes } from '@elastic/elasticsearch';
import { shardFailure } from './error_reason';

/** The parts of an answer that say whether it is complete. */
export type SearchState = Pick<estypes.SearchResponse, '_shards' | '_clusters' | 'timed_out'>;

/** How many other clusters could not be reached. Elasticsearch leaves these out by default. */
function skippedClusters({ _clusters: clusters }: Pick<SearchState, '_clusters'>): number {
  return clusters?.skipped ?? 0;
}

/** Why other clusters are missing from an answer, in a phrase; null if none is. */
function clusterGap(answer: SearchState): string | null {
  const skipped = skippedClusters(answer);
  if (skipped === 0) return null;
  const [first] = Object.values(answer._clusters?.details ?? {}).flatMap(
    ({ failures }) => failures ?? [],
  );
  const cause = first === undefined ? 'no reason given' : shardFailure(first.reason);
  const which = skipped === 1 ? 'another cluster does' : `${skipped} other clusters do`;
  return `${which} not answer (${cause})`;
}

/**
 * Why an answer is incomplete, in a phrase; null if it is complete.
 *
 * An answer without any shard has status 200 and is empty, even if a wildcard matches indices that
 * the user may not read. It says nothing about the documents.
 */
export function searchGap(answer: SearchState): string | null {
  const { _shards: shards, timed_out: isLate } = answer;
  if (isLate) return 'the search ran out of time';
  const ofClusters = clusterGap(answer);
  if (ofClusters !== null) return ofClusters;
  if (shards.total === 0) return 'no shard answered';
  if (shards.failed === 0) return null;
  const [first] = shards.failures ?? [];
  const cause = first === undefined ? 'no reason given' : shardFailure(first.reason);
  return `${shards.failed} of ${shards.total} shards failed (${cause})`;
}

/**
 * Whether an incomplete answer may be complete if it is asked for again. If no shard was searched, and no
 * cluster was skipped, there is no index, and asking again changes nothing.
 */
export function isPassingGap(answer: SearchState): boolean {
  return answer.timed_out || answer._shards.total > 0 || skippedClusters(answer) > 0;
}
