/**
 * The percentile of a sample, with linear interpolation between the two nearest ranks.
 *
 * @param sorted the sample, ascending
 * @param percent 0 (the lowest) to 100 (the highest)
 * @throws RangeError for an empty sample
 */
export function percentileOfSorted(sorted: ArrayLike<number>, percent: number): number {
  if (sorted.length === 0) throw new RangeError('an empty sample has no percentile');
  const rank = ((sorted.length - 1) * percent) / 100;
  const below = Math.floor(rank);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (high - low) * (rank - below);
}

/** The sample in ascending order. */
export function ascending(sample: readonly number[]): Float64Array {
  return new Float64Array(sample).sort();
}
