/** Thrown for an answer that does not come from Elasticsearch, such as that of a proxy. */
export class ForeignAnswer extends Error {
  override readonly name = 'ForeignAnswer';

  /** @param what the answer in a phrase, as in `an answer of type "text/html"` */
  constructor(what: string) {
    super(`${what} came, which Elasticsearch does not send`);
  }
}
