import fc from 'fast-check';
import { bestShift, shifted } from './best_shift';

const day = (counts: readonly number[]): Float64Array => Float64Array.from(counts);
const hourly = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 24, maxLength: 24 });

/** Σ_h day(h + k) · usual(h) by its definition, for square roots without their mean. */
function naiveCorrelation(
  counts: readonly number[],
  usual: readonly number[],
  shift: number,
): number {
  const most = Math.max(...usual);
  const level = (values: readonly number[]): number[] => {
    const roots = values.map((value) => Math.sqrt(Math.min(value, most)));
    const mean = roots.reduce((sum, root) => sum + root, 0) / roots.length;
    return roots.map((root) => root - mean);
  };
  const [x, u] = [level(counts), level(usual)];
  return u.reduce((sum, value, hour) => sum + value * (x[(hour + shift + 24) % 24] ?? 0), 0);
}

describe('bestShift', () => {
  it('is by how many hours a day was shifted', () => {
    const usual = day(Array.from({ length: 24 }, (_, hour) => 5 + ((hour * hour * 7) % 97)));
    for (const shift of [-11, -3, -1, 0, 1, 2, 7, 12]) {
      expect(bestShift(shifted(usual, shift), usual)).toBe(shift);
    }
  });

  it('is the smallest within 1 % of the highest cross-correlation by its definition', () => {
    fc.assert(
      fc.property(hourly, hourly, (counts, usual) => {
        const best = bestShift(day(counts), day(usual));
        const reached = naiveCorrelation(counts, usual, best);
        const shifts = Array.from({ length: 24 }, (_, place) => place - 11);
        const highest = Math.max(...shifts.map((one) => naiveCorrelation(counts, usual, one)));
        expect(reached).toBeGreaterThanOrEqual(0.99 * highest - 1e-6);
        for (const shift of shifts.filter((one) => Math.abs(one) < Math.abs(best))) {
          expect(naiveCorrelation(counts, usual, shift)).toBeLessThan(0.99 * highest + 1e-6);
        }
      }),
      { numRuns: 200, seed: 2015 },
    );
  });

  it('is the smallest of those that look the same', () => {
    const sixHourly = day(Array.from({ length: 24 }, (_, hour) => (hour % 6 === 2 ? 90 : 4)));
    for (const shift of [-2, 1, 2, 3])
      expect(bestShift(shifted(sixHourly, shift), sixHourly)).toBe(shift);
  });

  it('is the smallest of those that only noise tells apart', () => {
    const twice = (first: number, second: number): Float64Array =>
      day(
        Array.from(
          { length: 24 },
          (_, hour) =>
            new Map([
              [first, 88],
              [second, 112],
            ]).get(hour) ?? 0,
        ),
      );
    // Nine hours earlier, the louder one is where it was the louder one.
    expect(bestShift(twice(5, 17), twice(14, 2))).toBe(3);
  });

  it('is not drawn away by one attack', () => {
    const usual = day(Array.from({ length: 24 }, (_, hour) => 50 + 40 * Math.cos(hour / 3.82)));
    const attacked = shifted(usual, 2);
    attacked[20] = 100_000;
    expect(bestShift(attacked, usual)).toBe(2);
  });
});
