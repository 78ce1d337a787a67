/**
 * The results of work that is under way at the same time, once none of it is any more: if some of it
 * fails, the rest is awaited, so that no request outlives what it was sent for.
 *
 * @throws what failed first
 */
export async function allOver<Work extends readonly unknown[]>(
  work: Work,
): Promise<{ -readonly [Place in keyof Work]: Awaited<Work[Place]> }> {
  try {
    return await Promise.all(work);
  } finally {
    await Promise.allSettled(work);
  }
}
