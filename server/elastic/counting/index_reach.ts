import { matchesPattern } from '../../../common/sources';
import { canExcludeAfter, clusterOf, excludedPattern, expressionParts, isNamedBy } from '../asking';

/** What Elasticsearch says that an expression names. */
export interface Resolved {
  readonly indices: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  readonly aliases: readonly { readonly name: string; readonly indices: readonly string[] }[];
  readonly data_streams: readonly {
    readonly name: string;
    readonly backing_indices: readonly string[];
  }[];
}

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

/** A member of a group in another cluster comes without the name of that cluster (`europe:app`). */
function memberOf(group: string, member: string): string {
  const cluster = clusterOf(group);
  return member.startsWith(cluster) ? member : `${cluster}${member}`;
}

function isOfCluster(name: string, pattern: string): boolean {
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
      .flatMap(({ name, indices: members }) =>
        members.map((member) => [memberOf(name, member), false] as const),
      ),
    // An alias of a data stream has the stream's name.
    ...streams
      .filter(({ name }) => isIt(name))
      .flatMap(({ name, backing_indices: members }) =>
        [name, ...members.map((member) => memberOf(name, member))].map(
          (each) => [each, true] as const,
        ),
      ),
    ...indices.flatMap(({ name, aliases: ofIndex }) => {
      const isNamed = isIt(name);
      const isReached = isNamed || ofIndex.some((alias) => isIt(memberOf(name, alias)));
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
    } else if (reached.some(({ pattern }) => canExcludeAfter(pattern, excluded))) {
      reached = reached.map((one) => without(one, excluded, resolved));
    }
  }
  return reachOfAll(reached.flatMap(({ names }) => [...names]));
}

/**
 * Whether it should leave an index out. A copy of a backing index (`restored-.ds-logs-web-…`) may be in no
 * data stream. If it is in one, an index that is written to is, too, and has no such name.
 */
function isMeant(excluded: string, index: string): boolean {
  return index.includes('-.ds-') ? matchesPattern(index, excluded) : isNamedBy(excluded, index);
}

/** What leaves out an index that is read all the same. */
export interface StillRead {
  /** The part of the expression, as in `-logs-old`. */
  readonly part: string;
  readonly index: string;
  /** The alias that is left out by its name; absent if it is none. */
  readonly alias?: string;
}

/**
 * The exclusions of an index expression that leave an index in: one of a data stream by its name, where
 * security is off, or one of an index that is read by an alias. An alias may be left out together with an
 * index of it. What is named after an exclusion may be meant to be read again, so only those at the end
 * of the expression are looked at.
 *
 * @param members the indices of aliases, by the names of these
 * @param read the indices that searches of the expression read
 * @returns each exclusion once, with the first index that it does not leave out
 */
export function stillRead(
  expression: string,
  read: readonly string[],
  members: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): StillRead[] {
  const parts = expressionParts(expression);
  const isOut = (part: string): boolean => excludedPattern(part) !== undefined;
  const named = parts.filter((part) => !isOut(part));
  const last = parts.slice(parts.lastIndexOf(named.at(-1) ?? '') + 1);
  // Where security is on, an index is left out only together with its aliases.
  const isWithIndex = (alias: string, ofAlias: ReadonlySet<string>): boolean =>
    last.some((part) => {
      const other = excludedPattern(part) ?? alias;
      return other !== alias && [...ofAlias].some((name) => isNamedBy(other, name));
    });
  return [...new Set(last)].flatMap((part) => {
    const excluded = excludedPattern(part);
    if (excluded === undefined || !named.some((one) => canExcludeAfter(one, excluded))) return [];
    const index = read.find((name) => isMeant(excluded, name));
    if (index !== undefined) return [{ part, index }];
    const ofAlias = members.get(excluded) ?? new Set();
    const member = read.find((name) => ofAlias.has(name));
    if (member === undefined || isWithIndex(excluded, ofAlias)) return [];
    return [{ part, index: member, alias: excluded }];
  });
}

/** Says so, and what to write instead, in a clause. */
export function stillReadWords({ part, index, alias }: StillRead): string {
  const what = `${part} does not leave out ${index}, which searches still read`;
  if (alias !== undefined) return `${what}: ${alias} is an alias, so leave its indices out`;
  const how = part.slice(clusterOf(part).length).includes('*')
    ? 'Elasticsearch keeps the indices of an alias or a data stream that another part names'
    : `Elasticsearch leaves a data stream out by a pattern only (${part}*), and an index only together with its aliases`;
  return `${what}: ${how}`;
}
