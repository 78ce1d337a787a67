import type { Client } from '../../server/elastic/client';
import { NOT_FOUND } from '../../common/http';
import { asResponseError } from '../../server/elastic/asking';
import { resolveIndices } from '../../server/elastic/indices';
import type { Reached } from './shared_indices';

const OPEN = { expand_wildcards: 'open' } as const;

/**
 * The names of all indices and data streams that the user sees, without the backing indices of data
 * streams.
 *
 * @throws the client's errors
 */
export async function fetchNames(client: Client, signal: AbortSignal): Promise<string[]> {
  const { indices, data_streams: streams } = await resolveIndices(client, '*', OPEN, signal);
  const alone = indices.filter(({ data_stream: stream }) => stream === undefined);
  return [...alone, ...streams].map(({ name }) => name);
}

/**
 * What a pattern names: indices, aliases, data streams, and the members of aliases and data streams,
 * which only come by name.
 */
async function fetchReachedBy(
  client: Client,
  pattern: string,
  signal: AbortSignal,
): Promise<Set<string>> {
  try {
    const resolved = await resolveIndices(client, pattern, OPEN, signal);
    const { indices, data_streams: streams, aliases } = resolved;
    return new Set([
      ...indices.map(({ name }) => name),
      ...streams.flatMap(({ name, backing_indices: members }) => [name, ...members]),
      ...aliases.flatMap(({ name, indices: members }) => [name, ...members]),
    ]);
  } catch (error) {
    if (asResponseError(error)?.statusCode === NOT_FOUND) return new Set();
    throw error;
  }
}

/**
 * What each of the patterns names of the open indices, data streams and aliases that the user sees:
 * one request a pattern.
 *
 * @throws the client's errors
 */
export async function fetchReached(
  client: Client,
  patterns: readonly string[],
  signal: AbortSignal,
): Promise<Reached> {
  const reached = new Map<string, ReadonlySet<string>>();
  for (const pattern of patterns) {
    reached.set(pattern, await fetchReachedBy(client, pattern, signal));
  }
  return reached;
}
