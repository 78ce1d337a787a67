import type { estypes } from '@elastic/elasticsearch';
import { shardFailure } from './error_reason';

/** The parts of an answer that say whether it is complete. */
export type SearchState = Pick<estypes.SearchResponse, '_shards' | 'timed_out'>;

/**
 * Why an answer is incomplete, in a phrase; null if it is complete.
 *
 * An answer without any shard has status 200 and is empty, even if a wildcard matches indices that
 * the user may not read. It says nothing about the documents.
 */
export function searchGap({ _shards: shards, timed_out: isLate }: SearchState): string | null {
  if (isLate) return 'the search ran out of time';
  if (shards.total === 0) return 'no shard answered';
  if (shards.failed === 0) return null;
  const [first] = shards.failures ?? [];
  const cause = first === undefined ? 'no reason given' : shardFailure(first.reason);
  return `${shards.failed} of ${shards.total} shards failed (${cause})`;
}
