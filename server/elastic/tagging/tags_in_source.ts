/** The part of a document that tagging reads and writes. */
export const TAGS_FIELD = 'tags';

/** The value of `tags` as it stands in a document; undefined where it has none. */
export function tagsIn(document: unknown): unknown {
  if (typeof document !== 'object' || document === null) return undefined;
  return TAGS_FIELD in document ? document[TAGS_FIELD] : undefined;
}
