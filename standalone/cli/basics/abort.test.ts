import { getMaxListeners } from 'node:events';
import { withAbort } from './abort';

describe('the signal of a command', () => {
  it('may be listened to by any number of requests', async () => {
    expect(await withAbort((signal) => Promise.resolve(getMaxListeners(signal)))).toBe(0);
  });
});
