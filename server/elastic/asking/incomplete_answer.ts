/** Thrown if an answer is incomplete. The message is a phrase. */
export class IncompleteAnswer extends Error {
  override readonly name = 'IncompleteAnswer';

  /** @param isPassing whether the same request may be answered completely a moment later */
  constructor(
    message: string,
    readonly isPassing = true,
  ) {
    super(message);
  }
}
