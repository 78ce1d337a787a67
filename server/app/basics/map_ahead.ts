/** Waits for work whose failure is reported elsewhere. */
async function untilAllOver(work: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(work);
}

/**
 * Works on items, up to `limit` of them at the same time, and returns the results in their order.
 * An item is begun only if there is room. Results that are not taken yet count.
 *
 * When the caller stops early, or a result fails, running work is awaited and no more is begun.
 *
 * @param limit at least 1
 * @throws what the work throws, when its turn comes
 */
export async function* mapAhead<Item, Result>(
  items: Iterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  try {
    for (const item of items) {
      const begun = work(item);
      underWay.push(begun);
      // A failure is thrown when its turn comes. Until then it must not count as unhandled.
      void untilAllOver([begun]);
      const [next] = underWay;
      if (underWay.length < limit || next === undefined) continue;
      yield await next;
      void underWay.shift();
    }
    while (underWay.length > 0) {
      const [next] = underWay;
      if (next !== undefined) yield await next;
      void underWay.shift();
    }
  } finally {
    await untilAllOver(underWay);
  }
}
