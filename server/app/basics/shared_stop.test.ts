import { sharedStop } from './shared_stop';

describe('a stop that many requests share', () => {
  const warnings: Error[] = [];
  const note = (warning: Error): void => void warnings.push(warning);
  beforeAll(() => process.on('warning', note));
  afterAll(() => process.off('warning', note));

  it('reaches every one of twenty, and warns of no leak', async () => {
    const stop = sharedStop();
    let stopped = 0;
    for (let one = 0; one < 20; one += 1) {
      stop.signal.addEventListener('abort', () => (stopped += 1));
    }
    // Node tells a warning after the work at hand.
    await new Promise(setImmediate);
    stop.abort();
    expect(stopped).toBe(20);
    expect(warnings).toEqual([]);
  });
});
