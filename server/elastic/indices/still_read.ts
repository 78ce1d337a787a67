import {
  excludedPattern,
  expressionParts,
  isExclusion,
  matchesPattern,
} from '../../../common/sources';
import { canExcludeAfter, clusterOf, isNamedBy } from '../asking';

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
  const named = parts.filter((part) => !isExclusion(part));
  const last = parts.slice(parts.lastIndexOf(named.at(-1) ?? '') + 1);
  // Where security is on, an index is left out only together with its aliases.
  const isWithIndex = (alias: string, ofAlias: ReadonlySet<string>): boolean =>
    last.some((part) => {
      const other = excludedPattern(part) ?? alias;
      return other !== alias && [...ofAlias].some((name) => isNamedBy(other, name));
    });
  return [...new Set(last)].flatMap((part) => {
    const excluded = excludedPattern(part);
    if (excluded === undefined || !named.some((one) => canExcludeAfter(one, part))) return [];
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
