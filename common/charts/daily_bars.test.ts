import { dailyBars } from './daily_bars';

describe('the days of a stream that fell silent', () => {
  it('are bars up to the busiest day, then a rule along zero', () => {
    const { bars, silent, width } = dailyBars([10, 5, 0, 10, 0, 0]);
    expect(bars.match(/M/g)).toHaveLength(3);
    expect(bars).toMatch(/^M0 1H4V18H0z/);
    expect(silent).toBe(`M20 18H${width}`);
  });

  it('have no rule where the last day has events', () => {
    expect(dailyBars([1, 2]).silent).toBe('');
  });

  it('distinguish unknown from empty', () => {
    const { bars, unknown } = dailyBars([3, null, 0]);
    expect([bars, unknown].map((path) => path.match(/M/g)?.length)).toEqual([1, 1]);
  });

  it('draw a small day next to a large one', () => {
    expect(dailyBars([1, 1_000_000]).bars).toMatch(/^M0 16\.5H/);
  });
});
