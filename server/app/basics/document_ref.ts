/** Where a document lies: its concrete index, which a write to a data stream needs as well. */
export interface DocumentRef {
  readonly index: string;
  readonly id: string;
  /** Only where the document was indexed with a routing of its own. */
  readonly routing?: string;
}

/** A text that tells documents apart; no index name holds a slash. */
export function refKey({ index, id }: DocumentRef): string {
  return `${index}/${id}`;
}
