import { HeldAnswers, type Holding } from './held_answers';

type Ask<K, T> = (asked: K, signal: AbortSignal) => Promise<T>;

/** How answers are kept. */
export interface OnceOptions<K, T> extends Holding<T> {
  /** The key of a question: equal keys share an answer. */
  readonly keyOf: (asked: K) => string;
}

/**
 * Asks once for each key, and gives the same answer to all callers. After a failure, or an answer
 * that must not be shared, the next caller asks again.
 */
export function once<K, T>(ask: Ask<K, T>, { keyOf, ...holding }: OnceOptions<K, T>): Ask<K, T> {
  const answers = new HeldAnswers<T>(holding);
  return (asked, signal) => answers.ask(keyOf(asked), () => ask(asked, signal));
}
