/** A unique key for each document. */
interface Identified {
  readonly index: string;
  readonly id: string;
}

/** A page that continues at a new point in time may begin with documents of the page before. */
export function withoutRepeats<T extends Identified>(documents: readonly T[]): T[] {
  const seen = new Map<string, T>();
  for (const document of documents) {
    const key = JSON.stringify([document.index, document.id]);
    if (!seen.has(key)) seen.set(key, document);
  }
  return [...seen.values()];
}
