import type { RowSize } from '../../../basics';
import {
  incidentRows,
  type IncidentRows,
  type NotAssessed,
  type OverviewRow,
  type OverviewRows,
} from '../../../rows';
import {
  CARD_HEIGHT,
  CARD_LINE,
  FLAGGED_HEIGHT,
  QUIET_HEIGHTS,
  SECTION_HEIGHT,
} from './row_heights';

/** The line that begins a part of the table. */
export type SectionKind = 'quiet' | 'not assessed';

/** A row of the table's body: a series, the line that begins a part, or series without an assessment. */
export type TableItem =
  | { readonly kind: 'row'; readonly row: OverviewRow }
  | { readonly kind: 'section'; readonly of: SectionKind }
  | {
      readonly kind: 'views';
      readonly incident: IncidentRows;
      /** Undefined if they cannot be folded. */
      readonly isFolded: boolean | undefined;
    }
  | {
      readonly kind: 'group';
      readonly group: NotAssessed;
      /** Undefined if it cannot be folded. */
      readonly isFolded: boolean | undefined;
    };

/** What the reader has folded away or opened in the table. */
export interface Folds {
  /** Series as usual are folded away. */
  readonly isQuietFolded: boolean;
  /**
   * Keys of opened groups: series that were not assessed, views of incidents; undefined if all are
   * open.
   */
  readonly open: ReadonlySet<string> | undefined;
  /** On paper nothing can be opened: all views of incidents are shown. */
  readonly isPrinting?: boolean;
}

const asItem = (row: OverviewRow): TableItem => ({ kind: 'row', row });

/**
 * A part that is not empty begins with a line. A single group needs none, since it would say the
 * same.
 */
function begin(of: SectionKind, parts: readonly unknown[]): TableItem[] {
  return parts.length < (of === 'quiet' ? 1 : 2) ? [] : [{ kind: 'section', of }];
}

function groupItems(group: NotAssessed, open: Folds['open']): TableItem[] {
  const isFolded = open === undefined ? undefined : !open.has(group.key);
  const below = isFolded === true ? [] : group.rows.map(asItem);
  return [{ kind: 'group', group, isFolded }, ...below];
}

/** The most surprising view of an incident, and the others folded below it. */
function incidentItems(incident: IncidentRows, { open, isPrinting }: Folds): TableItem[] {
  const { key, head, views } = incident;
  if (views.length === 0) return [asItem(head)];
  const isFolded = open === undefined || isPrinting === true ? undefined : !open.has(key);
  const below = isFolded === true ? [] : views.map(asItem);
  return [asItem(head), { kind: 'views', incident, isFolded }, ...below];
}

/** The rows of the body from top to bottom. */
export function tableItems(
  { flagged, quiet, notAssessed }: OverviewRows,
  folds: Folds,
): TableItem[] {
  const { isQuietFolded, open } = folds;
  return [
    ...incidentRows(flagged).flatMap((incident) => incidentItems(incident, folds)),
    ...begin('quiet', quiet),
    ...(isQuietFolded ? [] : quiet.map(asItem)),
    ...begin('not assessed', notAssessed),
    ...notAssessed.flatMap((group) => groupItems(group, open)),
  ];
}

/** The height of a row before its words are known to wrap. @param isCard whether it is a card */
export function itemHeight(item: TableItem | undefined, size: RowSize, isCard = false): number {
  if (item?.kind !== 'row') return SECTION_HEIGHT;
  if (item.row.isFlagged) return isCard ? CARD_HEIGHT : FLAGGED_HEIGHT;
  return QUIET_HEIGHTS[size] + (isCard ? CARD_LINE : 0);
}

/** The key of an item, for lists. */
export function itemKey(item: TableItem | undefined): string {
  switch (item?.kind) {
    case 'row':
      return item.row.key;
    case 'group':
      return `not assessed ${item.group.key}`;
    case 'views':
      return item.incident.key;
    case 'section':
      return `section ${item.of}`;
    case undefined:
      return '';
  }
}

/**
 * The row that is `step` rows after (before, if negative) the current one; the first if none is
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
