/** A row to render, by its index, or the height of rows that are left out. */
export type RowPart =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'gap'; readonly key: string; readonly height: number };

/** The position of a row, in pixels from the beginning of the first. */
export interface PlacedRow {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Rendered rows, with gaps for the others, so that all are at their positions.
 *
 * @param rows ascending; not all need be adjacent
 * @param total height of all rows together
 */
export function rowParts(rows: readonly PlacedRow[], total: number): RowPart[] {
  const parts: RowPart[] = [];
  let reached = 0;
  for (const { index, start, end } of rows) {
    if (start > reached)
      parts.push({ kind: 'gap', key: `before ${index}`, height: start - reached });
    parts.push({ kind: 'row', index });
    reached = end;
  }
  if (total > reached) parts.push({ kind: 'gap', key: 'end', height: total - reached });
  return parts;
}

/** Indexes with an additional one, in order. @param count of all rows */
export function withIndex(indexes: readonly number[], more: number, count: number): number[] {
  if (more < 0 || more >= count || indexes.includes(more)) return [...indexes];
  return [...indexes, more].sort((a, b) => a - b);
}
