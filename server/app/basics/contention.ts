/** Thrown where others keep changing what is to be changed; the message is a sentence. */
export class Contention extends Error {
  override readonly name = 'Contention';

  /** @param what "the run default:2015-04-01:UTC" */
  constructor(what: string) {
    super(`${what} cannot be saved, because others keep changing it: try again`);
  }
}
