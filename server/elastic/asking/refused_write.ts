/** Thrown where Elasticsearch did not take what is to be kept; the message is a sentence. */
export class RefusedWrite extends Error {
  override readonly name = 'RefusedWrite';
}
