import { takingTurns } from './taking_turns';

describe('takingTurns', () => {
  it('lets other work run before the first piece, and then once pieces took 5 ms', async () => {
    let now = 100;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    const giveWay = takingTurns(new AbortController().signal);
    const isGiven = async (): Promise<boolean> => {
      let hadTurn = false;
      const other = setImmediate(() => (hadTurn = true));
      await giveWay();
      clearImmediate(other);
      return hadTurn;
    };
    const given: boolean[] = [];
    for (const took of [0, 0, 4, 1, 4, 5]) {
      now += took;
      given.push(await isGiven());
    }
    expect(given).toEqual([true, false, false, true, false, true]);
    jest.restoreAllMocks();
  });

  it('throws the reason of the signal, whether its turn has come or not', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const giveWay = takingTurns(stop.signal);
    const first = giveWay();
    stop.abort(reason);
    await expect(first).rejects.toBe(reason);
    await expect(giveWay()).rejects.toBe(reason);
  });
});
