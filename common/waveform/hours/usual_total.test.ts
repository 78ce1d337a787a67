import { randomFrom } from '../../../test/generator/random';
import { EXPECTED, roundTo, usualTotal } from './usual_total';

const USUAL = Array.from({ length: 24 }, (_, hour) => 64.2276 + hour / 1000);
const TODAY = new Array<number>(24).fill(50);

/** Rounds the decimal digits. */
function byDigits({ digits, decimals }: typeof EXPECTED, value: number): number {
  const precise = Number(value.toPrecision(digits));
  if (Math.abs(value) >= 10 ** (digits - decimals - 1)) return precise;
  return Number(precise.toFixed(decimals));
}

describe('roundTo', () => {
  it.each([
    EXPECTED,
    // As scores are stored: with as many decimals as digits.
    { digits: 4, decimals: 4 },
    { digits: 3, decimals: 3 },
    { digits: 4, decimals: 3 },
    { digits: 2, decimals: 5 },
    { digits: 6, decimals: 3 },
    { digits: 3, decimals: 0 },
  ])('rounds as the decimal digits are rounded, to %p', (precision) => {
    const random = randomFrom(4);
    const others: number[] = [];
    for (let time = 0; time < 20_000; time += 1) {
      const size = 10 ** random.whole(-4, 7);
      const any = (random.uniform() - 0.5) * size;
      // Also the halves, where rounding is decided by the last bit.
      const half = (Math.round(any * 1000) + 0.5) / 1000;
      for (const value of [any, half, half / 10, half / 100]) {
        if (!Object.is(roundTo(precision, value), byDigits(precision, value))) others.push(value);
      }
    }
    expect(others).toEqual([]);
  });
});

describe('usualTotal', () => {
  it('is the sum of the hours as they are stored, whether they were stored or not', () => {
    const stored = USUAL.map((count) => roundTo(EXPECTED, count));
    const sum = stored.reduce((all, count) => all + count, 0);
    expect(usualTotal(TODAY, stored, [])).toBeCloseTo(sum, 6);
    expect(usualTotal(TODAY, USUAL, [])).toBe(usualTotal(TODAY, stored, []));
  });

  it('is not the sum of the exact hours, where that is another whole number', () => {
    // Stored as 123.4 each: 2,961.6 instead of 2,962.56.
    expect(usualTotal(TODAY, new Array<number>(24).fill(123.44), [])).toBe(2961.6);
  });

  it('leaves out hours of which nothing is known, as the total of the day does', () => {
    const half = TODAY.map((count, hour) => (hour < 12 ? count : null));
    expect(usualTotal(half, new Array<number>(24).fill(10), [])).toBe(120);
  });
});
