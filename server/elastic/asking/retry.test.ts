import { retry } from './retry';

const { signal } = new AbortController();
const BUSY = new Error('busy');

/** A request that fails so many times, and a policy that notes its pauses. */
function requestThatFails(times: number, error: Error) {
  const pauses: number[] = [];
  let sent = 0;
  const send = (): Promise<string> => {
    sent += 1;
    return sent <= times ? Promise.reject(error) : Promise.resolve('done');
  };
  const policy = {
    isPassing: (found: unknown) => found === BUSY,
    tries: 3,
    pause: (attempt: number) => Promise.resolve(void pauses.push(attempt)),
  };
  return { send, policy, pauses, count: () => sent };
}

describe('retry', () => {
  it('sends again after a pause what may pass by itself', async () => {
    const { send, policy, pauses } = requestThatFails(2, BUSY);
    expect(await retry(send, policy, signal)).toBe('done');
    expect(pauses).toEqual([1, 2]);
  });

  it('gives up with the last error after all tries, without another pause', async () => {
    const { send, policy, pauses, count } = requestThatFails(9, BUSY);
    await expect(retry(send, policy, signal)).rejects.toBe(BUSY);
    expect([count(), pauses]).toEqual([3, [1, 2]]);
  });

  it('does not send again what stays as it is', async () => {
    const wrong = new Error('wrong');
    const { send, policy, count } = requestThatFails(9, wrong);
    await expect(retry(send, policy, signal)).rejects.toBe(wrong);
    expect(count()).toBe(1);
  });

  it('ends with the reason of an abort during a pause', async () => {
    const { send, policy, count } = requestThatFails(9, BUSY);
    const stopped = { ...policy, pause: () => Promise.reject(new Error('stopped')) };
    await expect(retry(send, stopped, signal)).rejects.toThrow('stopped');
    expect(count()).toBe(1);
  });
});
