/** Thrown if others keep changing a document that is to be changed. The message is a sentence. */
export class Contention extends Error {
  override readonly name = 'Contention';

  /** @param what "the run default:2015-04-01:UTC" */
  constructor(what: string) {
    super(`${what} cannot be saved, because others keep changing it: try again`);
  }
}
