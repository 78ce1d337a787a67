import { changeInTurn } from './contention';

/** A document that somebody else changes before each of the first writes. */
function contended(firstOfOthers: number) {
  const writes: number[] = [];
  const change = () => {
    writes.push(writes.length + 1);
    return Promise.resolve(writes.length > firstOfOthers ? `version ${writes.length}` : undefined);
  };
  return { writes, change };
}

describe('changeInTurn', () => {
  it('changes again what somebody else has changed meanwhile', async () => {
    const { writes, change } = contended(4);
    expect(await changeInTurn('the schedule', change)).toBe('version 5');
    expect(writes).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives up if others keep changing it, and names it', async () => {
    const { writes, change } = contended(5);
    await expect(changeInTurn('the schedule', change)).rejects.toThrow(
      'the schedule cannot be saved, because others keep changing it: try again',
    );
    expect(writes).toHaveLength(5);
  });

  it('does not repeat what failed', async () => {
    const change = jest.fn(() => Promise.reject(new Error('no connection')));
    await expect(changeInTurn('the schedule', change)).rejects.toThrow('no connection');
    expect(change).toHaveBeenCalledTimes(1);
  });
});
