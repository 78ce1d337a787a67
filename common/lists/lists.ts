/*
 * What `list.push(...more)` and `Math.max(...values)` do, for lists of any length: arguments are on
 * the stack, which is full at some 100,000 entries.
 */

/** Appends every entry to a list. */
export function appendAll<T>(list: T[], more: Iterable<T>): void {
  for (const entry of more) list.push(entry);
}

/** The greatest of some numbers; -Infinity of none, NaN if one is NaN. */
export function greatest(values: Iterable<number>): number {
  let most = -Infinity;
  for (const value of values) most = Math.max(most, value);
  return most;
}

/** The least of some numbers; Infinity of none, NaN if one is NaN. */
export function least(values: Iterable<number>): number {
  let fewest = Infinity;
  for (const value of values) fewest = Math.min(fewest, value);
  return fewest;
}
