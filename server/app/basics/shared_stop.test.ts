import { mostListeners } from '../../../test/fixtures/most_listeners';
import { sharedStop } from './shared_stop';

describe('a stop that many requests share', () => {
  it('reaches every one of them', () => {
    const stop = sharedStop();
    let stopped = 0;
    for (let one = 0; one < 20; one += 1) {
      stop.signal.addEventListener('abort', () => (stopped += 1));
    }
    stop.abort();
    expect(stopped).toBe(20);
  });

  it('may be listened to by any number of them', () => {
    expect(mostListeners(sharedStop().signal)).toBe(0);
  });
});
