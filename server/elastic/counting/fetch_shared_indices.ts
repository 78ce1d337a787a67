import { z } from 'zod';
import { matchesPattern, type Source } from '../../../common/sources';
import type { Answer } from '../../app/counting';
import { indexExpressions, isNamedBy, namedPatterns, orUnknown, patiently } from '../asking';
import type { Client } from '../client';

/** One name, or several. */
const namesSchema = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

const resolvedSchema = z.object({
  indices: z.array(z.object({ name: z.string() })),
  aliases: z.array(z.object({ name: z.string(), indices: namesSchema })),
  data_streams: z.array(z.object({ name: z.string(), backing_indices: namesSchema })),
});
type Resolved = z.infer<typeof resolvedSchema>;

async function resolve(client: Client, expression: string, signal: AbortSignal): Promise<Resolved> {
  const request = {
    method: 'GET',
    path: `/_resolve/index/${encodeURIComponent(expression)}`,
    querystring: { expand_wildcards: 'open', ignore_unavailable: true },
  };
  return resolvedSchema.parse(
    await patiently(() => client.transport.request(request, { signal }), signal),
  );
}

/** What a pattern names: indices and data streams, and the members of aliases and data streams. */
function namesOf(pattern: string, resolved: readonly Resolved[]): string[] {
  return resolved.flatMap(({ indices, aliases, data_streams: streams }) => {
    const groups = [
      ...aliases.map(({ name, indices: members }) => ({ name, members })),
      // An alias of a data stream has the stream's name.
      ...streams.map(({ name, backing_indices: members }) => ({
        name,
        members: [name, ...members],
      })),
    ];
    const members = groups.flatMap(({ name, members: all }) =>
      matchesPattern(name, pattern) ? all.map((member) => memberOf(name, member)) : [],
    );
    const named = indices.map(({ name }) => name).filter((name) => isNamedBy(pattern, name));
    return [...members, ...named];
  });
}

/** A member of a group in another cluster comes without the name of that cluster (`europe:app`). */
function memberOf(group: string, member: string): string {
  const cluster = group.slice(0, group.indexOf(':') + 1);
  return member.startsWith(cluster) ? member : `${cluster}${member}`;
}

function excludedBy(index: string): string {
  const parts = index.split(',').map((part) => part.trim());
  return parts.flatMap((part) => (part.startsWith('-') ? [part.slice(1)] : [])).join(',');
}

/** What a source reads: false if only by an alias, which may have a filter. */
function reachOf({ index }: Source, resolved: readonly Resolved[]): Map<string, boolean> {
  const excluded = excludedBy(index);
  const names = namedPatterns(index).flatMap((pattern) => namesOf(pattern, resolved));
  const read = names.filter((name) => !isNamedBy(excluded, name));
  return new Map(read.map((name) => [name, isNamedBy(index, name)]));
}

/**
 * Which pairs of sources read the same index. Two aliases of one index do not count, since each may
 * have a filter of its own.
 *
 * The indices of all sources are asked for in one request, or in a few if their expressions are
 * long. The privilege `read` is enough.
 *
 * @returns pairs of places in `sources`, the lower one first; unknown if Elasticsearch refuses
 * @throws errors of the connection, and the abort
 */
export async function fetchSharedIndices(
  client: Client,
  sources: readonly Source[],
  signal: AbortSignal,
): Promise<Answer<readonly (readonly [number, number])[]>> {
  const patterns = new Set(sources.flatMap(({ index }) => namedPatterns(index)));
  return orUnknown(async () => {
    const resolved: Resolved[] = [];
    for (const part of indexExpressions([...patterns])) {
      resolved.push(await resolve(client, part, signal));
    }
    const reaches = sources.map((source) => reachOf(source, resolved));
    const isShared = (one: number, other: number): boolean =>
      [...(reaches[one] ?? [])].some(([name, isNamed]) => {
        const isOther = reaches[other]?.get(name);
        return isOther !== undefined && (isNamed || isOther);
      });
    return reaches.flatMap((_, later) =>
      reaches
        .slice(0, later)
        .flatMap((_one, earlier) => (isShared(earlier, later) ? [[earlier, later] as const] : [])),
    );
  });
}
