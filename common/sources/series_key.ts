/** A unique text for each series of all sources. Subtypes may contain any character. */
export function seriesKey(source: string, subtype: string | null): string {
  return JSON.stringify([source, subtype]);
}

/** What may be silent: a series, a host, or a source if both are null. */
interface Stream {
  readonly source: string;
  readonly host: string | null;
  readonly subtype: string | null;
}

/** A unique text for each stream of all sources. */
export function streamKey({ source, host, subtype }: Stream): string {
  return JSON.stringify([source, host, subtype]);
}
