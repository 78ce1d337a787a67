/** Waits for work whose failure is reported elsewhere. */
async function untilOver(work: Promise<unknown>): Promise<void> {
  await Promise.allSettled([work]);
}

/**
 * The same items in the same order. The next one is fetched while the caller works on the present
 * one. When the caller stops early, running work is awaited and the source is closed.
 *
 * @throws what the source throws, at the item where it threw
 */
export async function* readAhead<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const result = await next;
      if (result.done === true) return;
      next = iterator.next();
      // A failure is thrown when its turn comes. Until then it must not count as unhandled.
      void untilOver(next);
      yield result.value;
    }
  } finally {
    await untilOver(next);
    await iterator.return?.();
  }
}
