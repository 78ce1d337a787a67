import type { Client } from '../../server/elastic/client';
import { z } from 'zod';
import { NOT_FOUND } from '../../common/http';
import { asResponseError, patiently } from '../../server/elastic/asking';
import type { Reached } from './shared_indices';

/** One name, or several. */
const namesSchema = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

const resolvedSchema = z.object({
  indices: z.array(z.object({ name: z.string(), data_stream: z.string().optional() })),
  data_streams: z.array(z.object({ name: z.string(), backing_indices: namesSchema.default([]) })),
  aliases: z.array(z.object({ name: z.string(), indices: namesSchema.default([]) })).default([]),
});

async function resolve(client: Client, pattern: string, signal: AbortSignal) {
  const request = {
    method: 'GET',
    path: `/_resolve/index/${encodeURIComponent(pattern)}`,
    querystring: { expand_wildcards: 'open' },
  };
  const answer = await patiently(() => client.transport.request(request, { signal }), signal);
  return resolvedSchema.parse(answer);
}

/**
 * The names of all indices and data streams that the user sees, without the backing indices of data
 * streams.
 *
 * @throws the client's errors
 */
export async function fetchNames(client: Client, signal: AbortSignal): Promise<string[]> {
  const { indices, data_streams: streams } = await resolve(client, '*', signal);
  const alone = indices.filter(({ data_stream: stream }) => stream === undefined);
  return [...alone, ...streams].map(({ name }) => name);
}

/** The members of a group in another cluster come without the name of that cluster (`europe:app`). */
function withMembers(name: string, members: readonly string[]): string[] {
  const cluster = name.slice(0, name.indexOf(':') + 1);
  return [name, ...members.map((member) => `${cluster}${member}`)];
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
    const { indices, data_streams: streams, aliases } = await resolve(client, pattern, signal);
    return new Set([
      ...indices.map(({ name }) => name),
      ...streams.flatMap(({ name, backing_indices: members }) => withMembers(name, members)),
      ...aliases.flatMap(({ name, indices: members }) => withMembers(name, members)),
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
