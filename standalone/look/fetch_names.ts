import type { Client } from '../../server/elastic/client';
import { z } from 'zod';
import { NOT_FOUND } from '../../common/http';
import { asResponseError, patiently } from '../../server/elastic/asking';

const resolvedSchema = z.object({
  indices: z.array(z.object({ name: z.string(), data_stream: z.string().optional() })),
  data_streams: z.array(z.object({ name: z.string() })),
  aliases: z.array(z.object({ name: z.string() })).default([]),
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

async function matchesAny(client: Client, pattern: string, signal: AbortSignal): Promise<boolean> {
  try {
    const { indices, data_streams: streams, aliases } = await resolve(client, pattern, signal);
    return indices.length + streams.length + aliases.length > 0;
  } catch (error) {
    if (asResponseError(error)?.statusCode === NOT_FOUND) return false;
    throw error;
  }
}

/**
 * Those of the patterns that match no open index, data stream or alias that the user sees.
 *
 * @throws the client's errors
 */
export async function fetchUnmatched(
  client: Client,
  patterns: readonly string[],
  signal: AbortSignal,
): Promise<string[]> {
  const unmatched: string[] = [];
  for (const pattern of patterns) {
    if (!(await matchesAny(client, pattern, signal))) unmatched.push(pattern);
  }
  return unmatched;
}
