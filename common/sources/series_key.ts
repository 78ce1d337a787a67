/** A unique text for each series of all sources. Subtypes may contain any character. */
export function seriesKey(source: string, subtype: string | null): string {
  return JSON.stringify([source, subtype]);
}
