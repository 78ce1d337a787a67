import type { Client } from '../client';
import { z } from 'zod';
import { unknownFor, type Answer } from '../../app/counting';
import {
  refusalReason,
  refusalType,
  indexExpressions,
  isPassingTrouble,
  patiently,
} from '../asking';

/** The indices that match a pattern, and those of them that are closed. */
export interface ReachedIndices {
  readonly all: readonly string[];
  readonly closed: readonly string[];
}

const resolvedSchema = z.object({
  indices: z.array(z.object({ name: z.string(), attributes: z.array(z.string()) })),
  aliases: z.array(
    z.object({
      name: z.string(),
      indices: z.union([z.string().transform((one) => [one]), z.array(z.string())]),
    }),
  ),
  data_streams: z.array(
    z.object({
      name: z.string(),
      backing_indices: z.union([z.string().transform((one) => [one]), z.array(z.string())]),
    }),
  ),
});
type Resolved = z.infer<typeof resolvedSchema>;

const MISSING = 'index_not_found_exception';
const NONE: Resolved = { indices: [], aliases: [], data_streams: [] };

async function resolve(client: Client, expression: string, signal: AbortSignal): Promise<Resolved> {
  const request = {
    method: 'GET',
    path: `/_resolve/index/${encodeURIComponent(expression)}`,
    // The same indices as a search, plus the closed ones: hidden indices only match by their names.
    querystring: { expand_wildcards: 'open,closed', ignore_unavailable: true },
  };
  try {
    const answer = await patiently(() => client.transport.request(request, { signal }), signal);
    return resolvedSchema.parse(answer);
  } catch (error) {
    if (refusalType(error) === MISSING) return NONE;
    throw error;
  }
}

/**
 * Members of aliases and data streams only come by name. The name of one in another cluster has
 * that cluster's name in front.
 */
function membersOf({ aliases, data_streams: streams }: Resolved): string[] {
  const groups = [
    ...aliases.map(({ name, indices }) => ({ name, members: indices })),
    ...streams.map(({ name, backing_indices: members }) => ({ name, members })),
  ];
  return groups.flatMap(({ name, members }) => {
    const cluster = name.slice(0, name.indexOf(':') + 1);
    return members.map((member) => `${cluster}${member}`);
  });
}

/**
 * Fetches the indices that match an index expression, including closed ones: one request, and one
 * more for the members of aliases and data streams. The privilege `read` is enough.
 *
 * @returns unknown if Elasticsearch refuses
 * @throws errors of the connection, a wrong password, and the abort
 */
export async function fetchClosedIndices(
  client: Client,
  expression: string,
  signal: AbortSignal,
): Promise<Answer<ReachedIndices>> {
  try {
    const isClosed = new Map<string, boolean>();
    const add = ({ indices }: Resolved): void => {
      for (const { name, attributes } of indices) isClosed.set(name, attributes.includes('closed'));
    };
    const reached = await resolve(client, expression, signal);
    add(reached);
    const further = membersOf(reached).filter((member) => !isClosed.has(member));
    for (const part of indexExpressions(further)) add(await resolve(client, part, signal));
    const all = [...isClosed.keys()].sort();
    const closed = all.filter((name) => isClosed.get(name) === true);
    return { state: 'known', value: { all, closed } };
  } catch (error) {
    const reason = refusalReason(error);
    if (reason === undefined) throw error;
    return unknownFor(reason, isPassingTrouble(error));
  }
}
