/** How a document's `tags` field was written before it was tagged. */
export type TagsShape = 'absent' | 'single' | 'list';

/** Says whether `tags` in a document's `_source` is missing, one value or a list. */
export function tagsShape(tags: unknown): TagsShape {
  if (tags === undefined || tags === null) return 'absent';
  return Array.isArray(tags) ? 'list' : 'single';
}

function valuesOf(tags: unknown): unknown[] {
  if (tags === undefined || tags === null) return [];
  return Array.isArray(tags) ? (tags as unknown[]) : [tags];
}

/** Whether `tags` has the tag: `tags` is a string, a list (which may contain lists) or missing. */
export function hasTag(tags: unknown, tag: string): boolean {
  return valuesOf(tags).flat(Infinity).includes(tag);
}

/** The value of `tags` with the tag added at the end. */
export function withTag(tags: unknown, tag: string): unknown[] {
  return [...valuesOf(tags), tag];
}

/** What is left of a value without the tag: none or one value, or a list without the tag. */
function without(value: unknown, tag: string): unknown[] {
  if (value === tag) return [];
  if (!Array.isArray(value) || !hasTag(value, tag)) return [value];
  const left = (value as unknown[]).flatMap((inner) => without(inner, tag));
  return left.length === 0 ? [] : [left];
}

/**
 * The value of `tags` without the tag, which is also removed from nested lists. It is written as
 * before tagging if that still fits: one value alone becomes a single value again. A nested list
 * that held nothing else goes with the tag. A field that was absent becomes an empty list, since a
 * partial update can replace a field but not remove it.
 */
export function withoutTag(tags: unknown, tag: string, was: TagsShape): unknown {
  const left = valuesOf(tags).flatMap((value) => without(value, tag));
  return was === 'single' && left.length === 1 ? left[0] : left;
}
