import { TAGS_FIELD } from '../../../common/sources';

/** The value of `tags` in a document; undefined if it has none. */
export function tagsIn(document: unknown): unknown {
  if (typeof document !== 'object' || document === null) return undefined;
  return TAGS_FIELD in document ? document[TAGS_FIELD] : undefined;
}
