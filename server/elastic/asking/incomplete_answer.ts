/** Thrown where an answer does not tell everything; the message is a phrase. */
export class IncompleteAnswer extends Error {
  override readonly name = 'IncompleteAnswer';

  /** @param isPassing whether the same request may be answered whole a moment later */
  constructor(
    message: string,
    readonly isPassing = true,
  ) {
    super(message);
  }
}
