import { mostListeners } from '../../../test/fixtures/most_listeners';
import { withAbort } from './abort';

describe('the signal of a command', () => {
  it('may be listened to by any number of requests', async () => {
    expect(await withAbort((signal) => Promise.resolve(mostListeners(signal)))).toBe(0);
  });
});
