import { LONGEST_INDEX, matchesPattern, presetSources, type Source } from '../../common/sources';
import { countWords } from '../../common/waveform/words';
import { isNamedBy, namedPatterns } from '../../server/elastic/asking';
import { isReached, narrowed, patternsWithin, withExclusions } from './asked_indices';
import { indexPatterns } from './index_patterns';
import { type FoundIndices, type Reached, togetherIfShared } from './shared_indices';

/** How many patterns without a preset are examined. Each takes two requests. */
const MOST_PATTERNS = 30;

/** Indices that are not a source, and why, as a phrase. */
export interface LeftOut {
  readonly pattern: string;
  readonly reason: string;
}

/** What to examine of patterns that no preset reads. */
export interface Others {
  /** Index expressions, not too many: of each one source is made, and no two read the same index. */
  readonly expressions: readonly string[];
  readonly left_out: readonly LeftOut[];
}

/** Where to look for sources. */
export interface Places {
  /** Presets of which some indices are there. */
  readonly presets: readonly Source[];
  /** @param read the presets that fit */
  readonly othersOf: (read: readonly Source[]) => Others;
}

/** The reason where all indices of a pattern are left out. */
export const NONE_LEFT = 'no index is left';

const TOO_MANY = 'too many other indices: name it with --index';

/** Those patterns that are examined, and the others. */
function withoutTooMany(patterns: readonly string[]): {
  readonly examined: readonly string[];
  readonly left_out: readonly LeftOut[];
} {
  return {
    examined: patterns.slice(0, MOST_PATTERNS),
    left_out: patterns.slice(MOST_PATTERNS).map((pattern) => ({ pattern, reason: TOO_MANY })),
  };
}

/** The indices of Logwave hold no logs. */
const OWN_INDICES = { index: 'logwave-*' };

/** One expression of patterns, without the indices of Logwave and those that others read. */
function withoutRead(
  patterns: readonly string[],
  others: readonly string[],
  { parts }: Pick<FoundIndices, 'parts'> = { parts: patterns },
): string {
  const own = patterns.flatMap((pattern) => patternsWithin(pattern, OWN_INDICES));
  const left = [...own, ...others].map((pattern) => `-${pattern}`);
  return withExclusions(patterns, { parts: [...parts, ...left] });
}

/** Those of the patterns that no source reads. */
function unread(patterns: readonly string[], sources: readonly Source[]): string[] {
  return patterns.filter((pattern) => !sources.some((source) => isReached(pattern, source)));
}

/** What a source reads of the indices that a user named. */
function namesReadBy(source: Source, reached: Reached): ReadonlySet<string> {
  const names = [...reached].flatMap(([pattern, found]) =>
    isReached(pattern, source)
      ? [...found]
      : [...found].filter((name) => isNamedBy(source.index, name)),
  );
  return new Set(names);
}

/** Those patterns of sources that have to be left out of another pattern, and can be. */
function toLeaveOut(pattern: string, sources: readonly Source[], reached: Reached): string[] {
  if (!pattern.includes('*')) return [];
  const names = [...(reached.get(pattern) ?? [])];
  const isWithin = (source: Source, own: string): boolean =>
    patternsWithin(pattern, source).includes(own) || names.some((name) => isNamedBy(own, name));
  return sources.flatMap((source) =>
    namedPatterns(source.index).filter((own) => isWithin(source, own)),
  );
}

/**
 * A source that reads an index of a pattern from which this index cannot be left out: the pattern
 * names it by an alias.
 */
function sharingSource(
  pattern: string,
  sources: readonly Source[],
  reached: Reached,
): Source | undefined {
  const out = toLeaveOut(pattern, sources, reached);
  const stays = (name: string): boolean =>
    !isNamedBy(pattern, name) || !out.some((own) => isNamedBy(own, name));
  const names = [...(reached.get(pattern) ?? [])].filter(stays);
  return sources.find((source) => {
    const read = namesReadBy(source, reached);
    return names.some((name) => read.has(name));
  });
}

/**
 * Where a user named the indices. Patterns with an index in common become one source, as those of a
 * preset do.
 */
function placesAsked(from: FoundIndices): Places {
  const { patterns, reached } = from;
  return {
    presets: presetSources.flatMap((preset) => narrowed(preset, from) ?? []),
    othersOf: (read) => {
      const leftOut: LeftOut[] = [];
      const own: string[] = [];
      for (const pattern of unread(patterns, read)) {
        const sharing = sharingSource(pattern, read, reached);
        if (sharing === undefined) own.push(pattern);
        else {
          const reason = `shares indices with ${sharing.id} (${sharing.index}), which would count their documents twice`;
          leftOut.push({ pattern, reason });
        }
      }
      const expressions: string[] = [];
      for (const group of togetherIfShared(own, reached, from)) {
        const others = group.flatMap((pattern) => toLeaveOut(pattern, read, reached));
        const expression = withoutRead(group, others, from);
        // To Elasticsearch an empty expression means all indices.
        if (expression !== '') expressions.push(expression);
        else leftOut.push({ pattern: group.join(','), reason: NONE_LEFT });
      }
      const { examined, left_out: others } = withoutTooMany(expressions);
      return { expressions: examined, left_out: [...leftOut, ...others] };
    },
  };
}

/**
 * What to leave out of a wider pattern. For a name that is all that begins with it, since Elasticsearch
 * still reads a data stream that is left out by its name, unless security is on. If more that begins with
 * it is left to the wider pattern (`app-2` and `app-2026.11.29`), it is the name alone.
 */
function leavingOut(
  pattern: string,
  narrower: readonly string[],
  names: readonly string[],
): string[] {
  if (narrower.every((other) => other.includes('*'))) return [...narrower];
  const own = names.filter(
    (name) =>
      matchesPattern(name, pattern) && !narrower.some((other) => matchesPattern(name, other)),
  );
  return narrower.map((other) =>
    other.includes('*') || own.some((name) => name.startsWith(other)) ? other : `${other}*`,
  );
}

/** Indices by their names: a wider pattern leaves to a narrower one what that one names. */
function placesNamed(names: readonly string[]): Places {
  return {
    presets: presetSources.filter((preset) => names.some((name) => isReached(name, preset))),
    othersOf: (read) => {
      const patterns = unread(
        indexPatterns(names).map(({ pattern }) => pattern),
        read,
      );
      // What is not examined is left out of nothing, so it must not be counted either.
      const { examined, left_out: leftOut } = withoutTooMany(patterns);
      const expressions = examined.map((pattern) => {
        const narrower = examined.filter((other) => other !== pattern);
        const sources = [...read, { index: narrower.join(',') }];
        const within = sources.flatMap((source) => patternsWithin(pattern, source));
        return withoutRead([pattern], leavingOut(pattern, within, names));
      });
      return { expressions, left_out: leftOut };
    },
  };
}

/** Settings hold no longer expression. */
function withoutLong({ expressions, left_out: leftOut }: Others): Others {
  const long = expressions.filter((expression) => expression.length > LONGEST_INDEX);
  const reason = `its expression has more than ${countWords(LONGEST_INDEX)} characters: name a part of it with --index`;
  return {
    expressions: expressions.filter((expression) => !long.includes(expression)),
    left_out: [
      ...leftOut,
      ...long.map((expression) => ({ pattern: expression.split(',')[0] ?? expression, reason })),
    ],
  };
}

/**
 * Where to look, by the names of all indices or by what a user named. What a preset with too long an
 * expression would read is examined like the rest.
 */
export function placesIn(from: readonly string[] | FoundIndices): Places {
  const { presets, othersOf } = 'patterns' in from ? placesAsked(from) : placesNamed(from);
  const short = presets.filter(({ index }) => index.length <= LONGEST_INDEX);
  return { presets: short, othersOf: (read) => withoutLong(othersOf(read)) };
}
