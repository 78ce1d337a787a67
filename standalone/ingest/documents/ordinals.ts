/**
 * How many different records are remembered: some 15 MB. Equal records of one second stand near each
 * other, also where several hosts or clocks write into one file.
 */
const MAX_REMEMBERED = 100_000;

/**
 * Numbers equal records in the order in which they come: 0, 1, 2, …
 *
 * Equal records have the same time in them, so they are equal records of the same second. Memory is
 * bounded: the latest `limit` different records are remembered; one that comes back after that many
 * others begins at 0 again. The numbers depend on the order of records only, so that the same file
 * read again gives the same ones.
 */
export function createOrdinals(limit = MAX_REMEMBERED): (id: string) => number {
  const seen = new Map<string, number>();
  // One iterator for all: a new one would first step over the gaps of all that was taken out before.
  const oldestFirst = seen.keys();
  return (id) => {
    const ordinal = (seen.get(id) ?? -1) + 1;
    // Taken out and put in again it is the latest of the map, whose first entry is the oldest.
    seen.delete(id);
    seen.set(id, ordinal);
    if (seen.size > limit) {
      const oldest = oldestFirst.next();
      if (oldest.done !== true) seen.delete(oldest.value);
    }
    return ordinal;
  };
}
