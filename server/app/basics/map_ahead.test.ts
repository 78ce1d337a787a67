import { mapAhead } from './map_ahead';

/** Work that ends when the test says so. */
function handmade() {
  const begun: number[] = [];
  const ends = new Map<number, (error?: Error) => void>();
  const work = (item: number): Promise<string> => {
    begun.push(item);
    return new Promise((resolve, reject) => {
      ends.set(item, (error) => (error === undefined ? resolve(`done ${item}`) : reject(error)));
    });
  };
  return { begun, work, end: (item: number, error?: Error) => ends.get(item)?.(error) };
}

describe('mapAhead', () => {
  it('gives results in order, however they come in', async () => {
    const { work, end } = handmade();
    const results = mapAhead([1, 2], 2, work);
    const first = results.next();
    end(2);
    end(1);
    expect(await first).toEqual({ done: false, value: 'done 1' });
    expect(await results.next()).toEqual({ done: false, value: 'done 2' });
    expect((await results.next()).done).toBe(true);
  });

  it('begins no more than the limit', async () => {
    const { begun, work, end } = handmade();
    const results = mapAhead([1, 2, 3, 4], 2, work);
    const first = results.next();
    expect(begun).toEqual([1, 2]);
    end(1);
    await first;
    expect(begun).toEqual([1, 2]);
    const second = results.next();
    await Promise.resolve();
    expect(begun).toEqual([1, 2, 3]);
    [2, 3].forEach((item) => end(item));
    await second;
    await results.return(undefined);
    expect(begun).toEqual([1, 2, 3]);
  });

  it('works one by one with a limit of one', async () => {
    const log: string[] = [];
    const work = async (item: number): Promise<number> => {
      log.push(`begin ${item}`);
      await Promise.resolve();
      log.push(`end ${item}`);
      return item * item;
    };
    const results: number[] = [];
    for await (const result of mapAhead([1, 2, 3], 1, work)) results.push(result);
    expect(results).toEqual([1, 4, 9]);
    expect(log).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3']);
  });

  it('throws a failure when its turn comes, after what is under way is over', async () => {
    const { begun, work, end } = handmade();
    const results = mapAhead([1, 2, 3], 2, work);
    const first = results.next();
    end(1, new Error('no connection'));
    end(2);
    await expect(first).rejects.toThrow('no connection');
    expect(begun).toEqual([1, 2]);
  });

  it('ends at once without items', async () => {
    expect((await mapAhead([], 2, () => Promise.resolve(1)).next()).done).toBe(true);
  });
});
