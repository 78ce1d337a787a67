import { shortCount } from './short_count';

describe('shortCount', () => {
  it('writes counts in full while they fit', () => {
    expect([0, 999_999].map((count) => shortCount(count, 999_999))).toEqual(['0', '999,999']);
  });

  it('writes three figures and a unit beyond', () => {
    expect([1_234_567, 12_345_678, 9.876e9].map((count) => shortCount(count, 999_999))).toEqual([
      '1.23M',
      '12.3M',
      '9.88G',
    ]);
    expect(shortCount(123_456, 99_999)).toBe('123k');
  });
});
