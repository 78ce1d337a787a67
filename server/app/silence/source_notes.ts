/** What a reader should know about a source, or about hosts if the source is null. */
export interface SourceNote {
  readonly source: string | null;
  readonly words: string;
}

/** One sentence for each note. Sources with the same note share the sentence. */
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
