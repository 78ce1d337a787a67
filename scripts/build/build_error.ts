/** What stops a build and is for the developer to mend; the message is one sentence, or a list. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}
