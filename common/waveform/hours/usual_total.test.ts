import { EXPECTED, roundTo, usualTotal } from './usual_total';

const USUAL = Array.from({ length: 24 }, (_, hour) => 64.2276 + hour / 1000);
const TODAY = new Array<number>(24).fill(50);

describe('usualTotal', () => {
  it('is the sum of the hours as they are stored, whether they were stored or not', () => {
    const stored = USUAL.map((count) => roundTo(EXPECTED, count));
    const sum = stored.reduce((all, count) => all + count, 0);
    expect(usualTotal(TODAY, stored)).toBeCloseTo(sum, 6);
    expect(usualTotal(TODAY, USUAL)).toBe(usualTotal(TODAY, stored));
  });

  it('is not the sum of the exact hours, where that is another whole number', () => {
    // Stored as 123.4 each: 2,961.6 instead of 2,962.56.
    expect(usualTotal(TODAY, new Array<number>(24).fill(123.44))).toBe(2961.6);
  });

  it('leaves out hours of which nothing is known, as the total of the day does', () => {
    const half = TODAY.map((count, hour) => (hour < 12 ? count : null));
    expect(usualTotal(half, new Array<number>(24).fill(10))).toBe(120);
  });
});
