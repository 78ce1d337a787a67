/** Thrown for an answer with a good status that is none of Elasticsearch's: a proxy's, say. */
export class ForeignAnswer extends Error {
  override readonly name = 'ForeignAnswer';

  /** @param type what the answer says that it is, such as `text/html`; empty where it says nothing */
  constructor(type: string) {
    const what = type === '' ? 'an answer' : `an answer of type "${type}"`;
    super(`${what} came that is not one of Elasticsearch's`);
  }
}
