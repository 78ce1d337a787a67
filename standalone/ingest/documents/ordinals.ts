/**
 * How many different records are remembered: some 15 to 30 MB. Equal records of one second stand near
 * each other, also where several hosts or clocks write into one file.
 */
const MAX_REMEMBERED = 100_000;

/**
 * Numbers equal records in the order in which they come: 0, 1, 2, …
 *
 * Equal records have the same time in them, so they are equal records of the same second. Memory is
 * bounded: the latest `limit` different records are remembered, and at most twice as many; one that
 * comes back after more others begins at 0 again. The numbers depend on the order of records only, so
 * that the same file read again gives the same ones.
 */
export function createOrdinals(limit = MAX_REMEMBERED): (id: string) => number {
  // Two maps, of which the older one is dropped as a whole: to take out single records costs more.
  let older = new Map<string, number>();
  let latest = new Map<string, number>();
  return (id) => {
    const ordinal = (latest.get(id) ?? older.get(id) ?? -1) + 1;
    latest.set(id, ordinal);
    if (latest.size >= limit) {
      older = latest;
      latest = new Map();
    }
    return ordinal;
  };
}
