import { HIGHEST_TENTHS, highestFlagging, LOWEST_TENTHS } from './backtest_limits';

/** The same by trying every limit. */
function naiveHighest(isFlagged: (tenths: number) => boolean, lowest: number): number {
  if (isFlagged(HIGHEST_TENTHS)) return Infinity;
  let highest = 0;
  for (let tenths = lowest; tenths < HIGHEST_TENTHS; tenths += 1) {
    if (isFlagged(tenths)) highest = tenths;
  }
  return highest;
}

describe('highestFlagging', () => {
  it('finds what trying every threshold finds, whatever the score', () => {
    for (const score of [0, 29.9, 30, 30.1, 45.5, 217, 998.2, 999, 999.9, 1000, 5000]) {
      const isFlagged = (tenths: number): boolean => score >= tenths;
      expect([score, highestFlagging(isFlagged, LOWEST_TENTHS)]).toEqual([
        score,
        naiveHighest(isFlagged, LOWEST_TENTHS),
      ]);
    }
  });

  it('tries about a dozen thresholds', () => {
    const isFlagged = jest.fn((tenths: number) => tenths <= 77);
    expect(highestFlagging(isFlagged, LOWEST_TENTHS)).toBe(77);
    expect(isFlagged.mock.calls.length).toBeLessThanOrEqual(13);
  });
});
