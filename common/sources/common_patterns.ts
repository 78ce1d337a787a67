import { matchesPattern } from './matches_pattern';

const ANY = '*';

/** Those of the patterns that no other one includes, each once. */
function widest(patterns: readonly string[]): string[] {
  const each = [...new Set(patterns)];
  return each.filter((one) => !each.some((other) => other !== one && matchesPattern(one, other)));
}

/** Two `*` in a row match what one does. */
function withOneStar(text: string): string {
  return text.replace(/\*{2,}/g, ANY);
}

/** A `*` before each of the patterns. */
function afterAny(patterns: readonly string[]): string[] {
  return patterns.map((pattern) => withOneStar(`${ANY}${pattern}`));
}

/**
 * The patterns that together match exactly the names that two patterns both match: of `logs-*.old`
 * and `logs-app.*` these are `logs-app.old` and `logs-app.*.old`. Each `*` stands for any
 * characters, or none.
 *
 * There are few of them unless both patterns have many `*`, which can be in any order among each
 * other.
 *
 * @returns none if no name matches both
 */
export function commonPatterns(one: string, other: string): string[] {
  const [first, second] = [withOneStar(one), withOneStar(other)];
  const known = new Map<string, readonly string[]>();
  const fromThere = (at: number, place: number): readonly string[] => {
    const [letter, otherLetter] = [first[at], second[place]];
    if (letter === undefined && otherLetter === undefined) return [''];
    if (letter === ANY && otherLetter === ANY) {
      return afterAny([...from(at + 1, place), ...from(at, place + 1)]);
    }
    if (letter === ANY) return [...from(at + 1, place), ...taken(otherLetter, at, place + 1)];
    if (otherLetter === ANY) return [...from(at, place + 1), ...taken(letter, at + 1, place)];
    return letter === otherLetter ? taken(letter, at + 1, place + 1) : [];
  };
  const taken = (letter: string | undefined, at: number, place: number): string[] =>
    letter === undefined ? [] : from(at, place).map((pattern) => `${letter}${pattern}`);
  const from = (at: number, place: number): readonly string[] => {
    const key = `${at} ${place}`;
    const found = known.get(key) ?? widest(fromThere(at, place));
    known.set(key, found);
    return found;
  };
  return [...from(0, 0)];
}
