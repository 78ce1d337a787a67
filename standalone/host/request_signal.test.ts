import { mostListeners } from '../../test/fixtures/most_listeners';
import { linkSignals } from './request_signal';

describe('a linked signal', () => {
  it('ends with the first of the others, and with its reason', () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const { signal } = linkSignals([first.signal, second.signal]);
    second.abort(new Error('closing'));
    expect(signal.reason).toEqual(new Error('closing'));
  });

  it('may be listened to by any number of requests', () => {
    expect(mostListeners(linkSignals([]).signal)).toBe(0);
  });
});
