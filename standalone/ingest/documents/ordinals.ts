/**
 * How many different records are remembered: some 15 to 30 MB. Equal records of one second are near
 * each other, even if several hosts or clocks write into one file.
 */
const MAX_REMEMBERED = 100_000;

/**
 * Numbers equal records in the order in which they come: 0, 1, 2, …
 *
 * Equal records contain the same time, so they are from the same second. Memory is bounded: the
 * latest `limit` different records are remembered, and at most twice as many. One that comes back
 * after more others begins at 0 again. The numbers only depend on the order of records, so reading
 * the same file again gives the same ones.
 */
export function createOrdinals(limit = MAX_REMEMBERED): (id: string) => number {
  // Two maps: the older one is dropped as a whole, since removing single records costs more.
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
