/** A text that tells the series of all sources apart; subtypes hold any character. */
export function seriesKey(source: string, subtype: string | null): string {
  return JSON.stringify([source, subtype]);
}
