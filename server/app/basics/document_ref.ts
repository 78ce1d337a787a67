/** The location of a document: its concrete index, which a write to a data stream needs as well. */
export interface DocumentRef {
  readonly index: string;
  readonly id: string;
  /** Present only if the document was indexed with its own routing. */
  readonly routing?: string;
}

/** A unique text for each document. Index names cannot contain a slash. */
export function refKey({ index, id }: DocumentRef): string {
  return `${index}/${id}`;
}
