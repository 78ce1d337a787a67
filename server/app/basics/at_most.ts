/**
 * The same work, with at most `limit` of it under way: further calls wait for their turn.
 *
 * @param limit at least 1
 * @param work may hand its turn on before it ends, when what is left burdens nobody
 */
export function atMost<Item, Result>(
  limit: number,
  work: (item: Item, handOn: () => void) => Promise<Result>,
): (item: Item) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return async (item) => {
    if (underWay >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else underWay += 1;
    let hasTurn = true;
    const handOn = (): void => {
      if (!hasTurn) return;
      hasTurn = false;
      // To the one that waits longest, so that nobody who comes later is sooner.
      const next = waiting.shift();
      if (next === undefined) underWay -= 1;
      else next();
    };
    try {
      return await work(item, handOn);
    } finally {
      handOn();
    }
  };
}
