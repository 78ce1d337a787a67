import { excludedPattern, isExclusion, matchesPattern } from '../../common/sources';
import { canExcludeAfter, clusterOf } from '../../server/elastic/asking';

/** Whether all that a pattern or a name stands for is within another pattern of its cluster. */
function isWithin(one: string, pattern: string): boolean {
  return matchesPattern(clusterOf(one), clusterOf(pattern)) && matchesPattern(one, pattern);
}

/**
 * The parts of a user so that Elasticsearch takes each `-` for leaving out. One that is before any
 * pattern with a `*` moves to the end, since it is meant for all of them. Without such a pattern it
 * leaves nothing out.
 */
export function inOrder(parts: readonly string[]): string[] {
  const [kept, last]: [string[], string[]] = [[], []];
  parts.forEach((part, place) => {
    const isAfter = (one: string): boolean => !isExclusion(one) && canExcludeAfter(one, part);
    if (!isExclusion(part) || parts.slice(0, place).some(isAfter)) kept.push(part);
    else if (parts.some(isAfter)) last.push(part);
  });
  return [...kept, ...last];
}

/** Without each `-` that has no pattern with a `*` before it, and without the names it leaves out. */
function withoutIdle(parts: readonly string[]): string[] {
  let kept: string[] = [];
  for (const part of parts) {
    const excluded = excludedPattern(part);
    const isAfter =
      excluded === undefined || kept.some((one) => !isExclusion(one) && canExcludeAfter(one, part));
    if (isAfter) kept.push(part);
    else kept = kept.filter((one) => !isWithin(one, excluded));
  }
  return kept;
}

/**
 * One expression that reads what its parts read in their order: each `-` leaves out what the parts
 * before it name, and a later part names it again. No part is in it twice.
 *
 * @param parts in an order in which Elasticsearch takes each `-` for leaving out, or some of these
 * @returns empty if nothing is left
 */
export function expressionOf(parts: readonly string[]): string {
  let kept: readonly string[] = [];
  for (const part of parts) {
    const place = kept.lastIndexOf(part);
    const isNamed = place >= 0 && !isExclusion(part);
    if (isNamed && !kept.slice(place).some(isExclusion)) continue;
    // What is left out before has no effect on what is named again.
    const isUndone = (one: string): boolean => {
      const excluded = excludedPattern(one);
      return isNamed && excluded !== undefined && isWithin(excluded, part);
    };
    kept = [...kept.filter((one) => one !== part && !isUndone(one)), part];
  }
  return withoutIdle(kept).join(',');
}
