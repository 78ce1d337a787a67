import { randomFrom } from '../../../../test/generator/random';
import { exp, log, log1p } from './logarithm';

const random = randomFrom(9);
const DIGIT = 2 ** -52;
const draw = (least: number, most: number): number[] =>
  Array.from({ length: 2_000 }, () => random.scale(least, most));
const far = (own: number, there: number): number => Math.abs(own - there) / Math.abs(there);

describe('logarithm and exponential', () => {
  it('agree with those of the engine but for the last digits', () => {
    for (const x of [...draw(1e-300, 1), ...draw(1, 1e300)]) {
      expect(far(log(x), Math.log(x))).toBeLessThan(3 * DIGIT);
    }
    for (const x of draw(1e-12, 600)) {
      expect(far(exp(x), Math.exp(x))).toBeLessThan(3 * DIGIT);
      expect(far(exp(-x), Math.exp(-x))).toBeLessThan(3 * DIGIT);
    }
  });

  it('are exact near to where they are 0 and 1', () => {
    for (const x of draw(1e-15, 0.9)) {
      expect(far(log1p(x), Math.log1p(x))).toBeLessThan(3 * DIGIT);
      expect(far(log1p(-x), Math.log1p(-x))).toBeLessThan(6 * DIGIT);
    }
    expect([log(1), log1p(0), exp(0)]).toEqual([0, 0, 1]);
    expect(log(2)).toBe(Math.LN2);
  });
});
