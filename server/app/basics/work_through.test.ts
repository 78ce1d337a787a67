import { workThrough } from './work_through';

/** Work that ends when the test says so. */
function handmade() {
  const begun: number[] = [];
  const ends = new Map<number, (error?: Error) => void>();
  const work = (item: number): Promise<void> => {
    begun.push(item);
    return new Promise((resolve, reject) => {
      ends.set(item, (error) => (error === undefined ? resolve() : reject(error)));
    });
  };
  return { begun, work, end: (item: number, error?: Error) => ends.get(item)?.(error) };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function* numbers(count: number, closed: string[] = []): AsyncGenerator<number> {
  try {
    for (let number = 1; number <= count; number += 1) {
      await turn();
      yield number;
    }
  } finally {
    closed.push('closed');
  }
}

describe('workThrough', () => {
  it('works on every item once, no more than the limit at a time', async () => {
    const { begun, work, end } = handmade();
    const whole = workThrough(numbers(4), 2, work);
    for (let turns = 0; turns < 5; turns += 1) await turn();
    expect(begun).toEqual([1, 2]);
    end(2);
    for (let turns = 0; turns < 5; turns += 1) await turn();
    expect(begun).toEqual([1, 2, 3]);
    end(1);
    end(3);
    for (let turns = 0; turns < 5; turns += 1) await turn();
    end(4);
    await whole;
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it('begins no more after a failure, awaits the rest, closes the source and throws the first', async () => {
    const { begun, work, end } = handmade();
    const closed: string[] = [];
    let isOver = false;
    const whole = workThrough(numbers(9, closed), 3, work).finally(() => (isOver = true));
    const failure = expect(whole).rejects.toThrow('no connection');
    for (let turns = 0; turns < 6; turns += 1) await turn();
    end(2, new Error('no connection'));
    await turn();
    expect(isOver).toBe(false);
    end(3, new Error('later'));
    end(1);
    await failure;
    expect([begun, closed]).toEqual([[1, 2, 3], ['closed']]);
  });

  it('throws what the source throws', async () => {
    // eslint-disable-next-line require-yield
    async function* broken(): AsyncGenerator<number> {
      await turn();
      throw new Error('cannot be read');
    }
    const work = (): Promise<void> => Promise.resolve();
    await expect(workThrough(broken(), 2, work)).rejects.toThrow('cannot be read');
  });
});
