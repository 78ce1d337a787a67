import { z } from 'zod';
import { matchesPattern, type Source } from '../../../common/sources';
import type { Answer } from '../../app/counting';
import {
  excludedPattern,
  expressionParts,
  indexExpressions,
  isNamedBy,
  namedPatterns,
  orUnknown,
  patiently,
} from '../asking';
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

/** "europe:" of `europe:app-*`; empty for names of this cluster, the only ones that `app-*` matches. */
function clusterOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1);
}

function isOfCluster(name: string, pattern: string): boolean {
  return matchesPattern(clusterOf(name), clusterOf(pattern));
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
      isOfCluster(name, pattern) && matchesPattern(name, pattern)
        ? all.map((member) => memberOf(name, member))
        : [],
    );
    const named = indices
      .map(({ name }) => name)
      .filter((name) => isOfCluster(name, pattern) && isNamedBy(pattern, name));
    return [...members, ...named];
  });
}

/** A member of a group in another cluster comes without the name of that cluster (`europe:app`). */
function memberOf(group: string, member: string): string {
  const cluster = clusterOf(group);
  return member.startsWith(cluster) ? member : `${cluster}${member}`;
}

/** What a part of an expression reads. */
interface PartReach {
  readonly pattern: string;
  readonly names: readonly string[];
}

function isWideIn(cluster: string, pattern: string): boolean {
  return pattern.includes('*') && matchesPattern(cluster, clusterOf(pattern));
}

/** What is left of it after a later part has left something out. */
function without({ pattern, names }: PartReach, excluded: string): PartReach {
  const isLeftOut = (name: string): boolean =>
    isOfCluster(name, excluded) &&
    isNamedBy(excluded, name) &&
    // Members of a group that is not named by a pattern stay.
    (pattern.includes('*') || isNamedBy(pattern, name));
  return { pattern, names: names.filter((name) => !isLeftOut(name)) };
}

/**
 * What a source reads: false if only by an alias, which may have a filter. As in Elasticsearch, a
 * part leaves out only of what is before it, and only after a pattern with a `*` of its cluster.
 */
function reachOf({ index }: Source, resolved: readonly Resolved[]): Map<string, boolean> {
  let reached: PartReach[] = [];
  for (const part of expressionParts(index)) {
    const excluded = excludedPattern(part);
    if (excluded === undefined) {
      reached.push({ pattern: part, names: namesOf(part, resolved) });
    } else if (reached.some(({ pattern }) => isWideIn(clusterOf(excluded), pattern))) {
      reached = reached.map((one) => without(one, excluded));
    }
  }
  const names = reached.flatMap((one) => one.names);
  return new Map(names.map((name) => [name, isNamedBy(index, name)]));
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
