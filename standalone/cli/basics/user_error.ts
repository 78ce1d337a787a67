/** The exit code of a command that was used wrongly. */
export const USAGE = 2;

/** An error that the user can fix: shown as its one sentence, without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    message: string,
    /** 1: it failed, or its result is not whole; 2: the command was used wrongly. */
    readonly exitCode: 1 | typeof USAGE = 1,
  ) {
    super(message);
  }
}
