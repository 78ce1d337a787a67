/** log Γ(x) by Stirling's series, for x far enough out; smaller ones are stepped up. */
function logGamma(x: number): number {
  if (x < 20) return logGamma(x + 1) - Math.log(x);
  const inverse = 1 / (x * x);
  const series = (1 / 12 - inverse * (1 / 360 - inverse / 1260)) / x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}

/** log of the chance of exactly `count` events, Poisson or negative-binomial. */
function logChance(count: number, mean: number, variance: number): number {
  if (variance <= mean) return count * Math.log(mean) - mean - logGamma(count + 1);
  const size = (mean * mean) / (variance - mean);
  const success = size / (size + mean);
  return (
    logGamma(size + count) -
    logGamma(size) -
    logGamma(count + 1) +
    size * Math.log(success) +
    count * Math.log1p(-success)
  );
}

/**
 * −log₁₀ of the mid-p value of a whole count in the tail on its side of the mean, term by term.
 *
 * @param variance at least the mean
 */
export function naiveSurprisal(count: number, mean: number, variance: number): number {
  const step = count > mean ? 1 : -1;
  const first = logChance(count, mean, variance);
  let sum = 0.5;
  for (let at = count + step; at >= 0; at += step) {
    const term = Math.exp(logChance(at, mean, variance) - first);
    sum += term;
    if (term < sum * 1e-15) break;
  }
  return -(first + Math.log(sum)) / Math.LN10;
}
