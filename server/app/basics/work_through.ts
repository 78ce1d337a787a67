/**
 * Works on items as they come, up to `limit` of them at the same time, in any order.
 *
 * When work, or getting an item, fails, no more is begun, running work is awaited, and the source
 * of the items is closed.
 *
 * @param limit at least 1
 * @throws the first failure
 */
export async function workThrough<T>(
  items: AsyncIterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    while (failures.length === 0) {
      try {
        const next = await iterator.next();
        if (next.done === true) return;
        await work(next.value);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  if (failures.length === 0) return;
  await iterator.return?.();
  throw failures[0];
}
