import type { Client } from '../../server/elastic/client';
import { z } from 'zod';
import { patiently } from '../../server/elastic/asking';

const resolvedSchema = z.object({
  indices: z.array(z.object({ name: z.string(), data_stream: z.string().optional() })),
  data_streams: z.array(z.object({ name: z.string() })),
});

/**
 * The names of all indices and data streams that the user sees, without the backing indices of data
 * streams.
 *
 * @throws the client's errors
 */
export async function fetchNames(client: Client, signal: AbortSignal): Promise<string[]> {
  const request = {
    method: 'GET',
    path: '/_resolve/index/*',
    querystring: { expand_wildcards: 'open' },
  };
  const answer = await patiently(() => client.transport.request(request, { signal }), signal);
  const { indices, data_streams: streams } = resolvedSchema.parse(answer);
  const alone = indices.filter(({ data_stream: stream }) => stream === undefined);
  return [...alone, ...streams].map(({ name }) => name);
}
