import { setImmediate } from 'node:timers/promises';
import { allOver } from './all_over';

async function later<T>(turns: number, work: () => T): Promise<T> {
  for (let turn = 0; turn < turns; turn += 1) await setImmediate();
  return work();
}

function fail(words: string): () => never {
  return () => {
    throw new Error(words);
  };
}

describe('work at the same time', () => {
  it('gives all results in their places', async () => {
    expect(await allOver([later(2, () => 'a'), later(1, () => 1), null] as const)).toEqual([
      'a',
      1,
      null,
    ]);
  });

  it('is over before the first failure is thrown', async () => {
    let isOver = false;
    const slow = later(5, () => (isOver = true));
    const work = [slow, later(3, fail('second')), later(1, fail('first'))] as const;
    await expect(allOver(work)).rejects.toThrow('first');
    expect(isOver).toBe(true);
  });
});
