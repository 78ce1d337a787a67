import { backoffMs, pauseBeforeRetry } from './backoff';

describe('backoffMs', () => {
  it('doubles up to 16 seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((attempt) => backoffMs(attempt, 1))).toEqual([
      500, 1000, 2000, 4000, 8000, 16_000, 16_000,
    ]);
  });

  it('leaves half of it to chance', () => {
    expect([backoffMs(3, 0), backoffMs(3, 0.5)]).toEqual([1000, 1500]);
  });
});

describe('pauseBeforeRetry', () => {
  it('ends with the reason of an abort', async () => {
    const controller = new AbortController();
    const pause = pauseBeforeRetry(7, controller.signal);
    controller.abort(new Error('stopped'));
    await expect(pause).rejects.toThrow('stopped');
  });
});
