import { ascending, percentileOfSorted } from './percentile';

describe('percentileOfSorted', () => {
  it('interpolates between ranks', () => {
    expect(percentileOfSorted([9, 11, 12, 14], 25)).toBe(10.5);
    expect(percentileOfSorted([9, 11, 12, 14], 50)).toBe(11.5);
  });

  it('reaches from the lowest to the highest', () => {
    expect([0, 100].map((percent) => percentileOfSorted([3, 5, 8], percent))).toEqual([3, 8]);
  });

  it('is the value itself in a sample of one, and nothing in none', () => {
    expect(percentileOfSorted([7], 99)).toBe(7);
    expect(() => percentileOfSorted([], 50)).toThrow(RangeError);
  });
});

describe('ascending', () => {
  it('sorts by value and leaves the sample as it was', () => {
    const sample = [10, 9, 100];
    expect([...ascending(sample)]).toEqual([9, 10, 100]);
    expect(sample).toEqual([10, 9, 100]);
  });
});
