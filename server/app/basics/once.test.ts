import { once } from './once';

const { signal } = new AbortController();
const keyOf = (name: string): string => name;

describe('once', () => {
  it('asks once for each thing, also for those who ask meanwhile', async () => {
    const ask = jest.fn((name: string) => Promise.resolve(`answer to ${name}`));
    const asking = once(ask, { keyOf });
    const both = await Promise.all([asking('a', signal), asking('a', signal)]);
    expect([...both, await asking('b', signal)]).toEqual([
      'answer to a',
      'answer to a',
      'answer to b',
    ]);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks again after a failure', async () => {
    let calls = 0;
    const ask = () => (++calls === 1 ? Promise.reject(new Error('no answer')) : Promise.resolve(7));
    const asking = once(ask, { keyOf });
    await expect(asking('a', signal)).rejects.toThrow('no answer');
    expect(await asking('a', signal)).toBe(7);
  });

  it('asks again after an answer that does not hold', async () => {
    let calls = 0;
    const asking = once(() => Promise.resolve(++calls), {
      keyOf,
      isPassing: (answer) => answer === 1,
    });
    const answers = [];
    for (let place = 0; place < 3; place += 1) answers.push(await asking('a', signal));
    expect(answers).toEqual([1, 2, 2]);
  });

  it('asks again when an answer no longer holds', async () => {
    jest.useFakeTimers();
    try {
      let calls = 0;
      const asking = once(() => Promise.resolve(++calls), { keyOf, lastsMs: 1_000 });
      expect(await asking('a', signal)).toBe(1);
      jest.advanceTimersByTime(999);
      expect(await asking('a', signal)).toBe(1);
      jest.advanceTimersByTime(1);
      expect(await asking('a', signal)).toBe(2);
    } finally {
      jest.useRealTimers();
    }
  });
});
