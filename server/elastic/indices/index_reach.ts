import { excludedPattern, expressionParts, matchesPattern } from '../../../common/sources';
import { canExcludeAfter, clusterOf, isNamedBy } from '../asking';
import type { Resolved } from './resolve_indices';

/** What Elasticsearch says of all patterns together, and of each one with a date by itself. */
export interface ResolvedPatterns {
  readonly all: readonly Resolved[];
  readonly dates: ReadonlyMap<string, Resolved>;
}

/** The names of indices and data streams: false if only by an alias, which may have a filter. */
export type Reach = ReadonlyMap<string, boolean>;

/** What a part of an expression reads. */
interface PartReach {
  readonly pattern: string;
  readonly names: Reach;
}

/** Whether a part is a name with a date (`<logs-{now/d}>`), which only Elasticsearch can work out. */
export function isDateMath(part: string): boolean {
  return /^([^:<]*:)?</.test(part);
}

/** Whether a name is of a cluster that the pattern is for. */
export function isOfCluster(name: string, pattern: string): boolean {
  return matchesPattern(clusterOf(name), clusterOf(pattern));
}

/** If a name is reached both by itself and by an alias, the filter of the alias is without effect. */
function reachOfAll(names: readonly (readonly [string, boolean])[]): Reach {
  const reach = new Map<string, boolean>();
  for (const [name, isNamed] of names) reach.set(name, isNamed || reach.get(name) === true);
  return reach;
}

/**
 * What a pattern names: indices and data streams, and the members of aliases and data streams.
 *
 * @param isIt whether the pattern names an alias, a data stream or an index
 */
function namesWhere(isIt: (name: string) => boolean, resolved: readonly Resolved[]): Reach {
  const found = resolved.flatMap(({ indices, aliases, data_streams: streams }) => [
    ...aliases
      .filter(({ name }) => isIt(name))
      .flatMap(({ indices: members }) => members.map((member) => [member, false] as const)),
    // An alias of a data stream has the stream's name.
    ...streams
      .filter(({ name }) => isIt(name))
      .flatMap(({ name, backing_indices: members }) =>
        [name, ...members].map((each) => [each, true] as const),
      ),
    ...indices.flatMap(({ name, aliases: ofIndex }) => {
      const isNamed = isIt(name);
      const isReached = isNamed || ofIndex.some(isIt);
      return isReached ? [[name, isNamed] as const] : [];
    }),
  ]);
  return reachOfAll(found);
}

function namesOf(pattern: string, { all, dates }: ResolvedPatterns): Reach {
  const own = dates.get(pattern);
  if (own !== undefined) return namesWhere(() => true, [own]);
  return namesWhere((name) => isOfCluster(name, pattern) && isNamedBy(pattern, name), all);
}

/**
 * What is left of it after a later part has left something out. Elasticsearch turns a pattern into
 * indices and keeps a name as it is. So a pattern leaves out the indices of the aliases and data streams
 * that it matches, and a name only the index of that name, or an alias or a data stream that was named
 * by itself.
 */
function without({ pattern, names }: PartReach, excluded: string, resolved: ResolvedPatterns) {
  if (pattern === excluded) return { pattern, names: new Map<string, boolean>() };
  const isWide = excluded.includes('*') || isDateMath(excluded);
  const out = isWide ? namesOf(excluded, resolved) : new Map<string, boolean>();
  const isLeftOut = (name: string): boolean =>
    (out.has(name) || (isOfCluster(name, excluded) && matchesPattern(name, excluded))) &&
    // Members of a group that is not named by a pattern stay.
    (pattern.includes('*') || isDateMath(pattern) || name === pattern);
  return { pattern, names: new Map([...names].filter(([name]) => !isLeftOut(name))) };
}

/**
 * What an index expression reads. As in Elasticsearch, a part leaves out only of what is before it,
 * and only after a pattern with a `*` of its cluster.
 */
export function reachOf(expression: string, resolved: ResolvedPatterns): Reach {
  let reached: PartReach[] = [];
  for (const part of expressionParts(expression)) {
    const excluded = excludedPattern(part);
    if (excluded === undefined) {
      reached.push({ pattern: part, names: namesOf(part, resolved) });
    } else if (reached.some(({ pattern }) => canExcludeAfter(pattern, part))) {
      reached = reached.map((one) => without(one, excluded, resolved));
    }
  }
  return reachOfAll(reached.flatMap(({ names }) => [...names]));
}
