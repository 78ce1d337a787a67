/** How long answers hold, and which do not hold at all. */
export interface Holding<T> {
  /** Milliseconds from the question on; absent if an answer holds until it is forgotten. */
  readonly lastsMs?: number;
  /** Whether an answer must not be shared with later callers; absent if every answer may be. */
  readonly isPassing?: (answer: T) => boolean;
}

interface Held<T> {
  readonly answer: Promise<T>;
  readonly until: number;
}

/** Answers by their questions. Failures are forgotten, and so are answers that must not be shared. */
export class HeldAnswers<T> {
  private readonly held = new Map<string, Held<T>>();

  constructor(private readonly holding: Holding<T> = {}) {}

  /** The answer to an equal question, which may still be under way; undefined if none holds. */
  get(question: string): Promise<T> | undefined {
    const found = this.held.get(question);
    return found !== undefined && performance.now() < found.until ? found.answer : undefined;
  }

  /** The answer to an equal question, which is asked now if none holds. */
  ask(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.get(question);
    if (known !== undefined) return known;
    const answer = ask();
    this.hold(question, answer);
    return answer;
  }

  /** Holds an answer that has just been asked for. */
  hold(question: string, answer: Promise<T>): void {
    const { lastsMs = Infinity, isPassing = () => false } = this.holding;
    const held = { answer, until: performance.now() + lastsMs };
    this.held.set(question, held);
    const forget = (): void => {
      if (this.held.get(question) === held) this.forget(question);
    };
    answer.then((known) => {
      if (isPassing(known)) forget();
    }, forget);
  }

  /** The next caller asks again, also while the answer is under way. */
  forget(question: string): void {
    this.held.delete(question);
  }
}
