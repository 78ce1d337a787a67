import { z } from 'zod';
import { clusterOf, patiently } from '../asking';
import type { Client } from '../client';

/** One name, or several. */
const namesSchema = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

const resolvedSchema = z.object({
  indices: z.array(
    z.object({
      name: z.string(),
      attributes: namesSchema.default([]),
      aliases: namesSchema.default([]),
      data_stream: z.string().optional(),
    }),
  ),
  aliases: z.array(z.object({ name: z.string(), indices: namesSchema.default([]) })).default([]),
  data_streams: z.array(z.object({ name: z.string(), backing_indices: namesSchema.default([]) })),
});

/**
 * What Elasticsearch says that an expression names. Every name in another cluster begins with that
 * cluster (`europe:app`).
 */
export type Resolved = z.infer<typeof resolvedSchema>;

/** How names are looked for. */
export interface Resolving {
  readonly expand_wildcards: 'open' | 'open,closed';
  /** A name of nothing is not refused. */
  readonly ignore_unavailable?: true;
}

/** As a search: hidden and closed indices are not read. */
export const OPEN: Resolving = { expand_wildcards: 'open', ignore_unavailable: true };

/** The members of a group in another cluster, and its aliases, come without the name of that cluster. */
function inClusterOf(group: string, members: readonly string[]): string[] {
  const cluster = clusterOf(group);
  return members.map((member) => (member.startsWith(cluster) ? member : `${cluster}${member}`));
}

/**
 * Asks for the indices, aliases and data streams that an index expression names. The members of aliases
 * and data streams only come by name. The privilege `read` is enough.
 *
 * @throws the client's errors
 */
export async function resolveIndices(
  client: Client,
  expression: string,
  querystring: Resolving,
  signal: AbortSignal,
): Promise<Resolved> {
  const path = `/_resolve/index/${encodeURIComponent(expression)}`;
  const request = { method: 'GET', path, querystring };
  const {
    indices,
    aliases,
    data_streams: streams,
  } = resolvedSchema.parse(
    await patiently(() => client.transport.request(request, { signal }), signal),
  );
  return {
    indices: indices.map((one) => ({ ...one, aliases: inClusterOf(one.name, one.aliases) })),
    aliases: aliases.map((one) => ({ ...one, indices: inClusterOf(one.name, one.indices) })),
    data_streams: streams.map((one) => ({
      ...one,
      backing_indices: inClusterOf(one.name, one.backing_indices),
    })),
  };
}
