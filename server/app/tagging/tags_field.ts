/** How a document's `tags` field was written before it was tagged. */
export type TagsShape = 'absent' | 'single' | 'list';

/** Tells whether `tags`, as it stands in a document's `_source`, is missing, one value or a list. */
export function tagsShape(tags: unknown): TagsShape {
  if (tags === undefined || tags === null) return 'absent';
  return Array.isArray(tags) ? 'list' : 'single';
}

function valuesOf(tags: unknown): unknown[] {
  if (tags === undefined || tags === null) return [];
  return Array.isArray(tags) ? (tags as unknown[]) : [tags];
}

/** Whether the tag stands in `tags`: a string, a list (lists in it included) or missing. */
export function hasTag(tags: unknown, tag: string): boolean {
  return valuesOf(tags).flat(Infinity).includes(tag);
}

/** The value of `tags` with the tag behind those that are there. */
export function withTag(tags: unknown, tag: string): unknown[] {
  return [...valuesOf(tags), tag];
}

/** What is left of a value without the tag: none or one value, a list in it without the tag. */
function without(value: unknown, tag: string): unknown[] {
  if (value === tag) return [];
  if (!Array.isArray(value) || !hasTag(value, tag)) return [value];
  const left = (value as unknown[]).flatMap((inner) => without(inner, tag));
  return left.length === 0 ? [] : [left];
}

/**
 * The value of `tags` without the tag, which is taken out of lists in it as well, written as it was
 * before tagging where that still fits: one value alone becomes a single value again. A list in it
 * that held nothing else goes with the tag. A field that was absent becomes an empty list, since a
 * partial update can replace a field but not remove it.
 */
export function withoutTag(tags: unknown, tag: string, was: TagsShape): unknown {
  const left = valuesOf(tags).flatMap((value) => without(value, tag));
  return was === 'single' && left.length === 1 ? left[0] : left;
}
