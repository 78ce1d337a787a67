import { HOURS_PER_DAY } from '../../common/time';

/**
 * The correlation of two hours `from` to `to` hours apart: every pair of every day by itself.
 *
 * @param z residuals in standard deviations, capped, days × 24
 */
export function naiveCorrelation(
  z: readonly (readonly number[])[],
  from: number,
  to: number,
): number {
  const products: number[] = [];
  for (const day of z) {
    for (let a = 0; a < HOURS_PER_DAY; a += 1) {
      for (let b = a + from; b <= Math.min(a + to, HOURS_PER_DAY - 1); b += 1) {
        products.push((day[a] ?? 0) * (day[b] ?? 0));
      }
    }
  }
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return mean(products) / mean(z.flat().map((value) => value * value));
}
