import {
  excludedPattern,
  expressionParts,
  isExclusion,
  matchesPattern,
  shareNames,
} from '../../../common/sources';
import { canExcludeAfter, clusterOf, namesOfIndex } from '../asking';
import { isDateMath, isOfCluster } from './index_reach';

/** The indices and data streams of aliases, by the names of these. */
export type Members = ReadonlyMap<string, ReadonlySet<string>>;

/** Why an index is read that a part should leave out. */
export type Cause =
  /** Only later parts name the index, `reader` as the last of them. */
  | { readonly kind: 'too_early'; readonly reader: string }
  /** No pattern with a `*` stands before it; undefined if it is an alias that reads the index. */
  | { readonly kind: 'no_pattern'; readonly reader: string | undefined }
  /** Only later names have the index, and no pattern. */
  | { readonly kind: 'early_name'; readonly reader: string }
  /** What is left out is an alias, and not its indices. */
  | { readonly kind: 'is_alias'; readonly alias: string }
  /** An alias that another part names has the index, perhaps with a filter. */
  | { readonly kind: 'in_alias'; readonly alias: string }
  /** It is in a data stream, or in an alias that is not known or that a pattern names. */
  | { readonly kind: 'in_group' };

/** What leaves out an index that is read all the same. */
export interface StillRead {
  /** The part of the expression, as in `-logs-old`. */
  readonly part: string;
  readonly index: string;
  readonly cause: Cause;
  /** Why the index would be read also where the part is not too early; absent if it would not, or if unknown. */
  readonly also?: Cause;
}

/** Whether a pattern names an index, a data stream of it, or an alias, in its own cluster. */
function names(pattern: string, name: string): boolean {
  return (
    isOfCluster(name, pattern) && namesOfIndex(name).some((one) => matchesPattern(one, pattern))
  );
}

/**
 * Whether it should leave an index out. A copy of a backing index (`restored-.ds-logs-web-…`) may be in no
 * data stream. If it is in one, an index that is written to is, too, and has no such name.
 */
function isMeant(excluded: string, index: string): boolean {
  return index.includes('-.ds-')
    ? isOfCluster(index, excluded) && matchesPattern(index, excluded)
    : names(excluded, index);
}

function isMember(ofAlias: ReadonlySet<string>, index: string): boolean {
  return namesOfIndex(index).some((name) => ofAlias.has(name));
}

/** One exclusion of an expression, with what is named before and after it. */
interface Exclusion {
  readonly part: string;
  /** The part without its `-`. */
  readonly excluded: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function exclusionsOf(expression: string): Exclusion[] {
  const parts = expressionParts(expression);
  return [...new Set(parts)].flatMap((part) => {
    const excluded = excludedPattern(part);
    if (excluded === undefined) return [];
    const place = parts.lastIndexOf(part);
    const isNaming = (one: string): boolean => !isExclusion(one);
    const before = parts.slice(0, place).filter(isNaming);
    return [{ part, excluded, before, after: parts.slice(place).filter(isNaming) }];
  });
}

/**
 * Whether it takes aliases to know what an exclusion leaves in: where a search reads what it means, or where
 * its name may be that of an alias.
 */
export function isInDoubt(expression: string, read: readonly string[]): boolean {
  return exclusionsOf(expression).some(
    ({ excluded }) => !excluded.includes('*') || read.some((index) => isMeant(excluded, index)),
  );
}

/** The aliases that a pattern names and that have an index. */
function aliasesBetween(pattern: string, index: string, members: Members): string[] {
  return [...members].flatMap(([alias, ofAlias]) =>
    names(pattern, alias) && isMember(ofAlias, index) ? [alias] : [],
  );
}

/** Finds why an exclusion leaves in what searches read; undefined if it leaves nothing in. */
function causeOf(
  { part, excluded, before, after }: Exclusion,
  read: readonly string[],
  members: Members | undefined,
  others: readonly Exclusion[],
): Omit<StillRead, 'part'> | undefined {
  const reads = (pattern: string, index: string): boolean =>
    names(pattern, index) || aliasesBetween(pattern, index, members ?? new Map()).length > 0;
  const readerIn = (patterns: readonly string[], index: string): string | undefined =>
    patterns.filter((pattern) => reads(pattern, index)).at(-1);
  const ofAlias = members?.get(excluded) ?? new Set();
  const tooEarly = (index: string | undefined): Omit<StillRead, 'part'> | undefined => {
    if (index === undefined) return undefined;
    const readers = after.filter((pattern) => reads(pattern, index));
    const reader = readers.at(-1);
    const isWide = readers.some((pattern) => canExcludeAfter(pattern, part));
    return isWide && reader !== undefined
      ? { index, cause: { kind: 'too_early', reader } }
      : undefined;
  };
  const meant = read.find((index) => isMeant(excluded, index));
  const target = meant ?? read.find((index) => isMember(ofAlias, index));
  if (!before.some((pattern) => canExcludeAfter(pattern, part))) {
    const early = tooEarly(target);
    if (meant === undefined || early !== undefined) return early;
    const reader = before.find((pattern) => names(pattern, meant));
    const later = after.find((pattern) => names(pattern, meant));
    return reader === undefined && later !== undefined
      ? { index: meant, cause: { kind: 'early_name', reader: later } }
      : { index: meant, cause: { kind: 'no_pattern', reader } };
  }
  const isOfBefore =
    [...ofAlias, ...(target === undefined ? [] : [target])].some(
      (index) => readerIn(before, index) !== undefined,
    ) || before.some((pattern) => shareNames(pattern, excluded));
  const early = isOfBefore ? undefined : tooEarly(target);
  if (early !== undefined) return early;
  // What is named after it may be meant to be read again. If no alias is known, any part may name one.
  const isReadAgain = (index: string): boolean =>
    readerIn(after, index) !== undefined ||
    after.some((pattern) => members === undefined || isDateMath(pattern));
  const left = read.find((index) => isMeant(excluded, index) && !isReadAgain(index));
  if (left !== undefined) {
    const isStream = !excluded.includes('*') && left !== excluded;
    const alias = before.find((name) => isMember(members?.get(name) ?? new Set(), left));
    const isGroup = isStream || alias === undefined;
    return { index: left, cause: isGroup ? { kind: 'in_group' } : { kind: 'in_alias', alias } };
  }
  const member = read.find((index) => isMember(ofAlias, index) && !isReadAgain(index));
  // Where security is on, an index is left out only together with its aliases.
  const isWithIndex = others.some((other) =>
    [...ofAlias].some((name) => other.part !== part && names(other.excluded, name)),
  );
  if (member === undefined || isWithIndex) return undefined;
  return { index: member, cause: { kind: 'is_alias', alias: excluded } };
}

/**
 * The exclusions of an index expression that leave an index in. Elasticsearch takes a `-` for leaving out only
 * after a pattern with a `*`, and leaves out only of what stands before it. It keeps a data stream that is
 * left out by its name, where security is off, and an index that an alias reads. An alias may be left out
 * together with an index of it. An index that is left out and then named again is meant to be read.
 *
 * @param read the indices that searches of the expression read
 * @param members of aliases that the expression names or leaves out; undefined if they are not known
 * @returns each exclusion once, with the first index that it does not leave out
 */
export function stillRead(
  expression: string,
  read: readonly string[],
  members?: Members,
): StillRead[] {
  const exclusions = exclusionsOf(expression);
  return exclusions.flatMap((one) => {
    const found = causeOf(one, read, members, exclusions);
    return found === undefined ? [] : [{ part: one.part, ...found }];
  });
}

/** How Elasticsearch leaves out what a part names without a `*`. */
function nameWords(part: string, isOfStream: boolean): string {
  return isOfStream
    ? `Elasticsearch leaves a data stream out by a pattern only (${part}*), and an index only together with its aliases`
    : 'Elasticsearch leaves an index out only together with its aliases';
}

/** Whether a part leaves a data stream out by its name, which takes a pattern. */
function isStreamByName({ part, index }: Pick<StillRead, 'part' | 'index'>): boolean {
  return !part.slice(clusterOf(part).length).includes('*') && namesOfIndex(index).length > 1;
}

/** The same expression where a part that is too early comes last, as the words say that it should. */
export function withPartLast(expression: string, found: Pick<StillRead, 'part' | 'index'>): string {
  const others = expressionParts(expression).filter((one) => one !== found.part);
  return [...others, isStreamByName(found) ? `${found.part}*` : found.part].join(',');
}

const ORDER = 'Elasticsearch leaves out only of what stands before it';

function causeWords({ part, index, cause }: Omit<StillRead, 'also'>): string {
  const isName = !part.slice(clusterOf(part).length).includes('*');
  const isOfStream = namesOfIndex(index).length > 1;
  switch (cause.kind) {
    case 'too_early':
      return isStreamByName({ part, index })
        ? `${ORDER}, and a data stream by a pattern only, so put ${part}* after ${cause.reader}`
        : `${ORDER}, so put ${part} after ${cause.reader}`;
    case 'early_name':
      return `${ORDER}, so remove ${cause.reader} from the expression`;
    case 'no_pattern': {
      const remedy =
        cause.reader === undefined ? '' : `, so remove ${cause.reader} from the expression`;
      return `Elasticsearch leaves indices out of a pattern with * only${remedy}`;
    }
    case 'is_alias':
      return `${cause.alias} is an alias, so leave its indices out`;
    case 'in_alias':
      return `all its documents are in the alias ${cause.alias}, so name the other indices of that alias instead`;
    case 'in_group':
      return isName
        ? nameWords(part, isOfStream)
        : 'Elasticsearch keeps the indices of an alias or a data stream that another part names';
  }
}

/** Says so, and what to write instead, in a clause. */
export function stillReadWords(found: StillRead): string {
  const { part, index, also } = found;
  const more =
    also === undefined ? '' : `; in addition, ${causeWords({ part, index, cause: also })}`;
  return `${part} does not leave out ${index}, which searches still read: ${causeWords(found)}${more}`;
}
