/** Thrown if others keep changing a document that is to be changed. The message is a sentence. */
export class Contention extends Error {
  override readonly name = 'Contention';

  /** @param what "the run default:2015-04-01:UTC" */
  constructor(what: string) {
    super(`${what} cannot be saved, because others keep changing it: try again`);
  }
}

const MOST_TRIES = 5;

/**
 * Changes a document that others may change at the same moment.
 *
 * @param what the document, as in "the schedule"
 * @param change reads it, and writes it only over the version that it read; undefined if somebody
 * else was first
 * @returns what `change` returns in the end
 * @throws Contention if others were first five times; what `change` throws
 */
export async function changeInTurn<T>(
  what: string,
  change: () => Promise<T | undefined>,
): Promise<T> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const changed = await change();
    if (changed !== undefined) return changed;
  }
  throw new Contention(what);
}
