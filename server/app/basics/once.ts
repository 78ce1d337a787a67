type Ask<K, T> = (asked: K, signal: AbortSignal) => Promise<T>;

/** How answers are kept. */
export interface OnceOptions<K, T> {
  /** What tells things apart that are asked about. */
  readonly keyOf: (asked: K) => string;
  /** Whether an answer is worth nothing to those who ask later; absent where each one holds. */
  readonly isPassing?: (answer: T) => boolean;
}

/**
 * Asks once for each thing, and gives the same answer to all who ask. After a failure, or an answer
 * that does not hold, the next one who asks starts anew.
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
