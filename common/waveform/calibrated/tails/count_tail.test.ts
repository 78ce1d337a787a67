import fc from 'fast-check';
import { naiveSurprisal } from '../../../../test/naive/count_tail';
import { randomFrom } from '../../../../test/generator/random';
import { countTail } from './count_tail';
import { deviationsFor } from './normal_tail';

describe('countTail', () => {
  it('agrees with the sum of all terms, Poisson', () => {
    for (const mean of [0.02, 0.3, 2, 9, 80, 3000]) {
      const counts = [0, 1, 2, 3, 5, Math.round(mean / 3), Math.round(mean * 1.4), 4 * mean + 9];
      for (const count of counts.map(Math.floor)) {
        const { surprisal, isHigh } = countTail(count, mean, mean);
        expect(isHigh).toBe(count > mean);
        expect(Math.abs(surprisal - naiveSurprisal(count, mean, mean))).toBeLessThan(0.06);
      }
    }
  });

  it('agrees with the sum of all terms, negative-binomial', () => {
    const spread = fc.double({ min: 0.001, max: 2, noNaN: true });
    const mean = fc.double({ min: 0.05, max: 400, noNaN: true });
    fc.assert(
      fc.property(spread, mean, fc.nat(1500), (alpha, usual, count) => {
        const variance = usual + alpha * usual * usual;
        // Between the mean and its neighbors the nearer tail is a matter of definition.
        fc.pre(Math.abs(count - usual) > 1 + 0.3 * Math.sqrt(variance));
        const exact = naiveSurprisal(count, usual, variance);
        const { surprisal } = countTail(count, usual, variance);
        expect(Math.abs(surprisal - exact)).toBeLessThan(0.08 + 0.01 * exact);
      }),
      { numRuns: 300, seed: 2015 },
    );
  });

  it('is exact where nothing came', () => {
    expect(countTail(0, 12, 12).surprisal).toBeCloseTo(naiveSurprisal(0, 12, 12), 12);
    expect(countTail(0, 12, 40).surprisal).toBeCloseTo(naiveSurprisal(0, 12, 40), 9);
  });

  it('takes what is steadier than chance for a count of larger units', () => {
    const steady = countTail(66, 60, 6);
    expect(steady.surprisal).toBeCloseTo(countTail(660, 600, 600).surprisal, 9);
    expect(steady.surprisal).toBeGreaterThan(countTail(66, 60, 60).surprisal);
  });

  it('is near to that of a normal number next to the mean, also for a million events', () => {
    const { surprisal } = countTail(959_901, 960_148, 4.86e12);
    expect(surprisal).toBeGreaterThan(0.3);
    expect(surprisal).toBeLessThan(0.7);
  });

  it('rises without a step from count to count, fractions included', () => {
    let before = 0;
    for (let count = 10; count < 60; count += 0.25) {
      const { surprisal } = countTail(count, 10, 14);
      expect(surprisal).toBeGreaterThanOrEqual(before);
      expect(surprisal - before).toBeLessThan(0.5);
      before = surprisal;
    }
  });

  it('makes no count rarer than a normal number as far out, or mean / count times so below', () => {
    const random = randomFrom(3);
    for (let drawn = 0; drawn < 50_000; drawn += 1) {
      const mean = 10 ** (10 * random.uniform() - 3);
      const spread = 10 ** (5 * random.uniform() - 4);
      const isSteady = random.uniform() < 0.4;
      const variance = isSteady ? mean * (0.02 + random.uniform()) : mean + spread * mean * mean;
      const deviations = (random.uniform() - 0.5) * 16;
      const count = Math.max(0, mean + deviations * Math.sqrt(variance));
      const { surprisal } = countTail(count, mean, variance);
      const square = (count - mean) ** 2 / variance;
      if (surprisal < 2.8 || surprisal > 7) continue;
      const bound = 0.99 * deviationsFor(surprisal) ** 2;
      expect(square * Math.max(1, mean / count)).toBeGreaterThan(bound);
    }
  });
});
