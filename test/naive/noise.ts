const FINENESS = 1_000;

/** The weighted mean of the capped squares of residuals, hour by hour, for one spread. */
export function naiveMeanSquare(
  counts: Float64Array,
  expected: Float64Array,
  spread: number,
): number {
  let [sum, weights] = [0, 0];
  counts.forEach((count, at) => {
    if (Number.isNaN(count)) return;
    const mean = expected[at] ?? 0;
    const square = (count - mean) ** 2 / (mean + spread * mean ** 2);
    sum += (mean / (mean + 1)) * Math.min(25, square);
    weights += mean / (mean + 1);
  });
  return sum / weights;
}

/** The first of 1,000 spreads from 0.002 to 20 at which the mean square is no more than 1. */
export function naiveSpread(counts: Float64Array, expected: Float64Array): number {
  for (let step = 0; step <= FINENESS; step += 1) {
    const spread = 0.002 * 10_000 ** (step / FINENESS);
    if (naiveMeanSquare(counts, expected, spread) <= 1) return spread;
  }
  return 20;
}
