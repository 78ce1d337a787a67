import { setImmediate } from 'node:timers/promises';

/** Parts of a question that is about to be asked, and its answer. */
interface Waiting<Part, Answer> {
  readonly signal: AbortSignal;
  readonly parts: Part[];
  readonly answer: Promise<Answer>;
}

/** Joins what is asked at the same moment, under the same key and signal, into one question. */
export class AskedTogether<Part, Answer> {
  private readonly waiting = new Map<string, Waiting<Part, Answer>>();

  /** @param askAll called once with all parts, in their order */
  constructor(
    private readonly askAll: (
      parts: readonly Part[],
      key: string,
      signal: AbortSignal,
    ) => Promise<Answer>,
  ) {}

  /** The answer to all that is asked at this moment. */
  ask(key: string, part: Part, signal: AbortSignal): Promise<Answer> {
    const known = this.waiting.get(key);
    const joined = known?.signal === signal ? known : this.begin(key, signal);
    joined.parts.push(part);
    return joined.answer;
  }

  private begin(key: string, signal: AbortSignal): Waiting<Part, Answer> {
    const parts: Part[] = [];
    const answer = setImmediate().then(() => {
      if (this.waiting.get(key)?.parts === parts) this.waiting.delete(key);
      return this.askAll(parts, key, signal);
    });
    const begun = { signal, parts, answer };
    this.waiting.set(key, begun);
    return begun;
  }
}
