import { matchesPattern } from '../../common/sources';

/** What each index pattern names: indices, data streams, and the members of these and of aliases. */
export type Reached = ReadonlyMap<string, ReadonlySet<string>>;

const NOTHING: ReadonlySet<string> = new Set();

/** The patterns without those of which all indices, also later ones, match another one. */
function withoutContained(patterns: readonly string[]): string[] {
  return patterns.filter(
    (pattern) => !patterns.some((other) => other !== pattern && matchesPattern(pattern, other)),
  );
}

/**
 * Puts patterns that name some of the same indices together, in the order in which they are given:
 * as two sources, they would count the documents of these indices twice.
 *
 * @param patterns each of them once
 */
export function togetherIfShared(patterns: readonly string[], reached: Reached): string[][] {
  let groups: { readonly patterns: string[]; readonly names: ReadonlySet<string> }[] = [];
  for (const pattern of patterns) {
    const names = reached.get(pattern) ?? NOTHING;
    const isShared = (one: ReadonlySet<string>): boolean =>
      [...names].some((name) => one.has(name));
    const sharing = groups.filter((group) => isShared(group.names));
    const joined = {
      patterns: [...sharing.flatMap((group) => group.patterns), pattern],
      names: new Set([...sharing.flatMap((group) => [...group.names]), ...names]),
    };
    const [first = joined] = sharing;
    const kept = groups.filter((group) => group === first || !sharing.includes(group));
    groups =
      sharing.length === 0
        ? [...groups, joined]
        : kept.map((group) => (group === first ? joined : group));
  }
  return groups.map((group) => withoutContained(group.patterns));
}
