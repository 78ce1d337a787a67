/**
 * An error that stops a build and that the developer must fix. The message is one sentence, or a
 * list.
 */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}
