import { randomFrom, seedOf } from './random';

const DRAWS = 4000;

function moments(draw: () => number): { readonly mean: number; readonly variance: number } {
  const numbers = Array.from({ length: DRAWS }, draw);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / DRAWS;
  const variance = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (DRAWS - 1);
  return { mean, variance };
}

describe('randomFrom', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    const numbers = (seed: number): number[] => Array.from({ length: 5 }, randomFrom(seed).uniform);
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
  });

  it.each([
    ['a Poisson number of mean 4', () => randomFrom(1), 4, 0],
    ['a Poisson number of mean 250, drawn in pieces', () => randomFrom(2), 250, 0],
    ['an overdispersed number', () => randomFrom(3), 40, 0.1],
    ['a very overdispersed number', () => randomFrom(4), 2, 1],
  ])('draws %s with the mean and variance that it should have', (_, make, mean, dispersion) => {
    const random = make();
    const variance = mean + dispersion * mean * mean;
    const found = moments(() => random.negativeBinomial(mean, dispersion));
    // Four standard errors of the mean; the variance of a variance is wider.
    expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(variance / DRAWS));
    expect(found.variance / variance).toBeGreaterThan(0.85);
    expect(found.variance / variance).toBeLessThan(1.15);
  });
});

describe('seedOf', () => {
  it('distinguishes parts, even if they read the same in a row', () => {
    expect(seedOf(1, 'a', 'b')).toBe(seedOf(1, 'a', 'b'));
    expect(new Set([seedOf('ab', ''), seedOf('a', 'b'), seedOf('', 'ab')]).size).toBe(3);
  });
});
