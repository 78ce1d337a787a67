/** A date in the name of an index, with what comes after it. */
const FROM_DATE_ON = /(?<!\d)(?:19|20)\d\d(?:[.\-_]?(?:\d\d|[wW]\d\d)(?:[.\-_]?\d\d)?)?(?!\d).*$/;
/** The counter of a rollover. */
const COUNTER = /\d{4,}$/;
const ANY = '*';

function patternOf(name: string): string {
  const undated = name.replace(FROM_DATE_ON, ANY).replace(COUNTER, ANY);
  // A date at the very beginning leaves nothing that distinguishes the indices from others.
  return undated === ANY ? name : undated;
}

/** Indices whose names only differ in dates and counters. */
export interface NamedAlike {
  readonly pattern: string;
  readonly indices: number;
}

/**
 * Patterns for the names of indices and data streams, those with most indices first. Hidden ones
 * and those of Logwave are left out.
 */
export function indexPatterns(names: readonly string[]): NamedAlike[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    if (name.startsWith('.') || name.startsWith('logwave-')) continue;
    const pattern = patternOf(name);
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  return [...counts]
    .map(([pattern, indices]) => ({ pattern, indices }))
    .sort((a, b) => b.indices - a.indices || (a.pattern < b.pattern ? -1 : 1));
}
