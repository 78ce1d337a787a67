/** What a reader should know about a source, or about hosts if the source is null. */
export interface SourceNote {
  readonly source: string | null;
  readonly words: string;
  /** The words if they are about several sources; absent if they are the same. */
  readonly words_of_several?: string;
}

/** One sentence for each note. Sources with the same note share the sentence. */
export function joinNotes(notes: readonly SourceNote[]): string[] {
  const joined = new Map<string, { readonly sources: string[]; readonly ofSeveral: string }>();
  for (const { source, words, words_of_several: ofSeveral = words } of notes) {
    const { sources } = joined.get(words) ?? { sources: [] as string[] };
    if (source !== null && !sources.includes(source)) sources.push(source);
    joined.set(words, { sources, ofSeveral });
  }
  return [...joined].map(([words, { sources, ofSeveral }]) => {
    if (sources.length === 0) return words;
    return `${sources.join(', ')}: ${sources.length === 1 ? words : ofSeveral}`;
  });
}
