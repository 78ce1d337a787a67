import {
  commonPatterns,
  expressionParts,
  isExclusion,
  isNameless,
  matchesPattern,
  type Source,
} from '../../common/sources';
import { canExcludeAfter, clusterOf, namedPatterns } from '../../server/elastic/asking';
import { expressionOf, inOrder } from './expression_of';

/** What a user named to be looked at. */
export interface AskedIndices {
  /** Names of indices, or patterns of them: at least one. */
  readonly patterns: readonly string[];
  /** What is left out of these, each with the minus before its name (`-logs-old`). */
  readonly excluded: readonly string[];
  /** Both in the order of the user: each `-` leaves out of what is before it, and no more. */
  readonly parts: readonly string[];
}

/** The word of Elasticsearch for all indices, which it only takes alone. */
const ALL = /^((?:[^:]*:)?-?|-[^:]*:)_all$/;

/** Reads index expressions that are separated by commas, as Elasticsearch accepts them. */
export function askedIndices(text: string): AskedIndices {
  const parts = expressionParts(text).map((part) => part.replace(ALL, '$1*'));
  return {
    patterns: [...new Set(parts.filter((part) => !isExclusion(part)))],
    excluded: [...new Set(parts.filter(isExclusion))],
    parts,
  };
}

/** The parts that name nothing, or nothing to leave out, which Elasticsearch refuses. */
export function namelessParts({ parts }: Pick<AskedIndices, 'parts'>): string[] {
  return parts.filter(isNameless);
}

/**
 * What is to be left out, and of nothing: Elasticsearch leaves out only of what a pattern with a `*`
 * names, in the same cluster.
 */
export function idleExclusions({
  patterns,
  excluded,
}: Pick<AskedIndices, 'patterns' | 'excluded'>): string[] {
  return excluded.filter((part) => !patterns.some((pattern) => canExcludeAfter(pattern, part)));
}

/**
 * One expression of some patterns, in the order of the user, with what is left out of them.
 *
 * @param patterns those of the user, or some of them
 */
export function withExclusions(
  patterns: readonly string[],
  { parts }: Pick<AskedIndices, 'parts'>,
): string {
  return expressionOf(
    inOrder(parts).filter((part) => isExclusion(part) || patterns.includes(part)),
  );
}

/** Whether something is left out after one pattern and before another. */
export function isNamedAgain(
  pattern: string,
  earlier: string,
  { parts }: Pick<AskedIndices, 'parts'>,
): boolean {
  return parts
    .slice(parts.lastIndexOf(earlier) + 1, parts.lastIndexOf(pattern) + 1)
    .some(isExclusion);
}

/** Whether a source reads an index, or all indices that a pattern names. */
export function isReached(name: string, { index }: Pick<Source, 'index'>): boolean {
  return namedPatterns(index).some((pattern) => matchesPattern(name, pattern));
}

/** Those patterns of a source that name only what another pattern names as well. */
export function patternsWithin(pattern: string, { index }: Pick<Source, 'index'>): string[] {
  return namedPatterns(index).filter((own) => matchesPattern(own, pattern));
}

/**
 * A preset that reads exactly those of its indices that a user named, in the order of the user: what
 * is named again after it was left out is read. Undefined if none are named.
 */
export function narrowed(preset: Source, asked: Pick<AskedIndices, 'parts'>): Source | undefined {
  const own = preset.index.split(',');
  const commonWith = (part: string): string[] =>
    own.flatMap((pattern) =>
      clusterOf(part) === clusterOf(pattern) ? commonPatterns(part, pattern) : [],
    );
  const parts = inOrder(asked.parts).flatMap((part) =>
    isExclusion(part) ? [part] : commonWith(part),
  );
  const index = expressionOf(parts);
  return index === '' ? undefined : { ...preset, index };
}
