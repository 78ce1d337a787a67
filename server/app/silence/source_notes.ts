/** What a reader must know of a source, or of hosts where the source is null. */
export interface SourceNote {
  readonly source: string | null;
  readonly words: string;
}

/** One sentence for each thing: sources of which the same is to be said stand together. */
export function joinNotes(notes: readonly SourceNote[]): string[] {
  const sources = new Map<string, string[]>();
  for (const { source, words } of notes) {
    const named = sources.get(words) ?? [];
    if (source !== null && !named.includes(source)) named.push(source);
    sources.set(words, named);
  }
  return [...sources].map(([words, named]) =>
    named.length === 0 ? words : `${named.join(', ')}: ${words}`,
  );
}
