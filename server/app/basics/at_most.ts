/**
 * The same work, with at most `limit` of it under way: further calls wait for their turn.
 *
 * @param limit at least 1
 */
export function atMost<Item, Result>(
  limit: number,
  work: (item: Item) => Promise<Result>,
): (item: Item) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return async (item) => {
    if (underWay >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else underWay += 1;
    try {
      return await work(item);
    } finally {
      // The turn is handed on, so that nobody who comes later is sooner.
      const next = waiting.shift();
      if (next === undefined) underWay -= 1;
      else next();
    }
  };
}
