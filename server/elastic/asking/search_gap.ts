import type { estypes } from '@elastic/elasticsearch';
import { shardFailure } from './error_reason';

/** The parts of an answer that say whether it is whole. */
export type SearchState = Pick<estypes.SearchResponse, '_shards' | 'timed_out'>;

/**
 * Why an answer does not tell everything, in a phrase; null when it does.
 *
 * An answer of no shard at all is 200 and empty, also where a wildcard stands for indices that one
 * may not read: it says nothing about the documents.
 */
export function searchGap({ _shards: shards, timed_out: isLate }: SearchState): string | null {
  if (isLate) return 'the search ran out of time';
  if (shards.total === 0) return 'no shard answered';
  if (shards.failed === 0) return null;
  const [first] = shards.failures ?? [];
  const cause = first === undefined ? 'no reason given' : shardFailure(first.reason);
  return `${shards.failed} of ${shards.total} shards failed (${cause})`;
}
