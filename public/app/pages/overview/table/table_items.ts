import type { RowSize } from '../../../basics';
import type { OverviewRow, OverviewRows } from '../../../rows';
import { FLAGGED_HEIGHT, QUIET_HEIGHTS, SECTION_HEIGHT } from './row_heights';

/** A row of the table's body: a series, or the line that begins the quiet ones. */
export type TableItem =
  { readonly kind: 'row'; readonly row: OverviewRow } | { readonly kind: 'section' };

/** The rows of the body from top to bottom. @param folded whether quiet series are folded away */
export function tableItems({ flagged, quiet }: OverviewRows, folded: boolean): TableItem[] {
  const asItem = (row: OverviewRow): TableItem => ({ kind: 'row', row });
  const below = folded ? [] : quiet.map(asItem);
  const section: TableItem[] = quiet.length === 0 ? [] : [{ kind: 'section' }];
  return [...flagged.map(asItem), ...section, ...below];
}

/** How high a row is before its words are known to wrap. */
export function itemHeight(item: TableItem | undefined, size: RowSize): number {
  if (item === undefined || item.kind === 'section') return SECTION_HEIGHT;
  return item.row.isFlagged ? FLAGGED_HEIGHT : QUIET_HEIGHTS[size];
}

/** The key of an item, for lists. */
export function itemKey(item: TableItem | undefined): string {
  return item?.kind === 'row' ? item.row.key : 'section';
}

/**
 * The row that is `step` rows after (before, when negative) the current one; the first where none is
 * current, and the current one at either end.
 */
export function steppedRow(
  items: readonly TableItem[],
  current: string | undefined,
  step: 1 | -1,
): OverviewRow | undefined {
  const rows = items.flatMap((item) => (item.kind === 'row' ? [item.row] : []));
  const at = rows.findIndex(({ key }) => key === current);
  if (at < 0) return rows[0];
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))];
}
