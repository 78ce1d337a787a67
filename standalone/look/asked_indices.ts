import { matchesPattern, type Source } from '../../common/sources';

/** What a user named to be looked at. */
export interface AskedIndices {
  /** Names of indices, or patterns of them: at least one. */
  readonly patterns: readonly string[];
  /** What is left out of these, each with the minus before its name (`-logs-old`). */
  readonly excluded: readonly string[];
  /** Both in the order of the user: each `-` leaves out of what is before it, and no more. */
  readonly parts: readonly string[];
}

/** Whether it is left out: of this cluster, or of another one (`europe:-logs-old`). */
function isExcluded(part: string): boolean {
  return /^([^:]*:)?-/.test(part);
}

/** Reads index expressions that are separated by commas, as Elasticsearch accepts them. */
export function askedIndices(text: string): AskedIndices {
  const parts = text.split(',').flatMap((part) => {
    const trimmed = part.trim();
    return trimmed === '' ? [] : [trimmed];
  });
  return {
    patterns: [...new Set(parts.filter((part) => !isExcluded(part)))],
    excluded: [...new Set(parts.filter(isExcluded))],
    parts,
  };
}

/** Whether Elasticsearch leaves out anything: it does so only after a pattern with a `*`. */
export function canExclude({ patterns }: Pick<AskedIndices, 'patterns'>): boolean {
  return patterns.some((pattern) => pattern.includes('*'));
}

/**
 * One expression of patterns, each of them asked for or within one that is, in the order of the user.
 * Elasticsearch leaves out only what patterns with a `*` before have named. What is left out before
 * there is any such pattern is left out of all of them.
 */
export function withExclusions(
  patterns: readonly string[],
  { excluded, parts }: Pick<AskedIndices, 'excluded' | 'parts'>,
): string {
  const firstWide = parts.findIndex((part) => !isExcluded(part) && part.includes('*'));
  const placeOf = (pattern: string): number => {
    const place = parts.lastIndexOf(pattern);
    return place >= 0 ? place : parts.findIndex((part) => matchesPattern(pattern, part));
  };
  const lastPlaceOf = (part: string): number => {
    const place = parts.lastIndexOf(part);
    return place < firstWide ? parts.length : place;
  };
  const named = patterns.map((part) => ({ part, place: placeOf(part) }));
  const places = [...named, ...excluded.map((part) => ({ part, place: lastPlaceOf(part) }))];
  places.sort((one, other) => one.place - other.place);
  const ordered = places.map(({ part }) => part);
  const start = ordered.findIndex((part) => !isExcluded(part) && part.includes('*'));
  return ordered.filter((part, at) => !isExcluded(part) || (start >= 0 && at > start)).join(',');
}

/** Whether something is left out after one pattern and before another. */
export function isNamedAgain(
  pattern: string,
  earlier: string,
  { parts }: Pick<AskedIndices, 'parts'>,
): boolean {
  return parts
    .slice(parts.lastIndexOf(earlier) + 1, parts.lastIndexOf(pattern) + 1)
    .some(isExcluded);
}

/** Whether a source reads an index, or all indices that a pattern names. */
export function isReached(name: string, { index }: Pick<Source, 'index'>): boolean {
  return index.split(',').some((pattern) => matchesPattern(name, pattern));
}

/** Those patterns of a source that name only what another pattern names as well. */
export function patternsWithin(pattern: string, { index }: Pick<Source, 'index'>): string[] {
  return index.split(',').filter((own) => !own.startsWith('-') && matchesPattern(own, pattern));
}

/** A preset that reads only those of its indices that a user named; undefined if none are. */
export function narrowed(preset: Source, asked: AskedIndices): Source | undefined {
  const patterns = asked.patterns.flatMap((pattern) =>
    isReached(pattern, preset) ? [pattern] : patternsWithin(pattern, preset),
  );
  if (patterns.length === 0) return undefined;
  return { ...preset, index: withExclusions([...new Set(patterns)], asked) };
}
