type Ask<K, T> = (asked: K, signal: AbortSignal) => Promise<T>;

/** How answers are kept. */
export interface OnceOptions<K, T> {
  /** The key of a question: equal keys share an answer. */
  readonly keyOf: (asked: K) => string;
  /** Whether an answer must not be shared with later callers; absent if every answer may be. */
  readonly isPassing?: (answer: T) => boolean;
}

/**
 * Asks once for each key, and gives the same answer to all callers. After a failure, or an answer
 * that must not be shared, the next caller asks again.
 */
export function once<K, T>(
  ask: Ask<K, T>,
  { keyOf, isPassing = () => false }: OnceOptions<K, T>,
): Ask<K, T> {
  const answers = new Map<string, Promise<T>>();
  return (asked, signal) => {
    const key = keyOf(asked);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const begun = ask(asked, signal);
    answers.set(key, begun);
    const forget = (): boolean => answers.delete(key);
    begun.then((answer) => isPassing(answer) && forget(), forget);
    return begun;
  };
}
