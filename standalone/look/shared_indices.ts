import { matchesPattern } from '../../common/sources';
import { type AskedIndices, isNamedAgain } from './asked_indices';

/** What each index pattern names: indices, data streams, and the members of these and of aliases. */
export type Reached = ReadonlyMap<string, ReadonlySet<string>>;

/** What a user named to be looked at, with what its patterns name in the cluster. */
export interface FoundIndices extends AskedIndices {
  readonly reached: Reached;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * The patterns without those of which all indices, also later ones, match another one: of two that
 * match the same, the first one stays. So does one that names again what was left out.
 */
function withoutContained(patterns: readonly string[], asked: Pick<AskedIndices, 'parts'>) {
  const isContained = (pattern: string, place: number): boolean =>
    patterns.some(
      (other, otherPlace) =>
        other !== pattern &&
        matchesPattern(pattern, other) &&
        (otherPlace < place || !matchesPattern(other, pattern)) &&
        !isNamedAgain(pattern, other, asked),
    );
  return patterns.filter((pattern, place) => !isContained(pattern, place));
}

/**
 * Puts patterns that name some of the same indices together, in the order in which they are given:
 * as two sources, they would count the documents of these indices twice.
 *
 * @param patterns each of them once
 * @param asked in which order they are named, and what is left out between them
 */
export function togetherIfShared(
  patterns: readonly string[],
  reached: Reached,
  asked: Pick<AskedIndices, 'parts'>,
): string[][] {
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
  return groups.map((group) => withoutContained(group.patterns, asked));
}
