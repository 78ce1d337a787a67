import { randomFrom } from '../../../../test/generator/random';
import { rounded } from './rounded';

describe('rounded', () => {
  it('is the number that nine significant digits as text are read as', () => {
    const random = randomFrom(9);
    for (let drawn = 0; drawn < 20_000; drawn += 1) {
      const value = (random.uniform() - 0.5) * 10 ** (40 * random.uniform() - 20);
      expect(rounded(value)).toBe(Number(value.toPrecision(9)));
    }
  });

  it('is so for halves, powers of ten, whole numbers, zero, and what is not a number', () => {
    const values = [0, -0, 1, 10, 0.1, 1e8, 1e9, 999999999.5, 99999999.95, 0.999999999500001];
    const odd = [123456788.5, 1.000000005, 2.5e-9, 1e22, 1e23, 1e-14, 1e-15, NaN, Infinity];
    for (const value of [...values, ...odd]) {
      expect(rounded(value)).toBe(Number(value.toPrecision(9)));
    }
  });
});
