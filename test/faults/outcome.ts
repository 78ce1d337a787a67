/** Documents by index and id. */
export type Contents = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Fields that depend on when something was done, or by which attempt, but not on the result. */
const INCIDENTAL = new Set(['counted_at', 'attempt', 'found_at', 'content']);

function essential(source: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(source).filter(([key]) => !INCIDENTAL.has(key)));
}

/** What must be the same after any interruption: logs with their tags, findings, counts, series. */
export function essentials(contents: Contents): Map<string, Record<string, unknown>> {
  const kept = [...contents].filter(
    ([key]) => !key.startsWith('logwave-runs/') && !key.startsWith('logwave-journal/'),
  );
  return new Map(kept.sort().map(([key, source]) => [key, essential(source)]));
}

interface Hits {
  readonly index: string;
  readonly ids: readonly string[];
}

/** The documents that the journal lists, each as often as it is listed. */
export function journaled(contents: Contents): string[] {
  return [...contents]
    .filter(([key]) => key.startsWith('logwave-journal/'))
    .flatMap(([, { hits }]) => hits as Hits[])
    .flatMap(({ index, ids }) => ids.map((id) => `${index}/${id}`));
}

/** The documents that carry the tag. */
export function tagged(contents: Contents, tag: string): string[] {
  return [...contents]
    .filter(([, { tags }]) => [tags].flat().includes(tag))
    .map(([key]) => key)
    .sort();
}
