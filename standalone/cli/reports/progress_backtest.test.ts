import { backtestWords } from './progress_backtest';

describe('backtestWords', () => {
  it('count the days of sources that are done, and what they flag', () => {
    expect(backtestWords({ steps: 62, steps_done: 3, flags: 1 })).toBe(
      '3 of 62 days of a source, 1 flag',
    );
    expect(backtestWords({ steps: 1, steps_done: 1, flags: 1_200 })).toBe(
      '1 of 1 day of a source, 1,200 flags',
    );
  });
});
