import type { RowSize } from '../../../basics';
import type { OverviewRow } from '../../../rows';
import type { TableLayout } from './table_layout';

/** Heights of rows in pixels, each with the line below it. */
export const FLAGGED_HEIGHT = 42;
/** Folding lines are below each other, so each must be easy to hit. */
export const SECTION_HEIGHT = 24;
/** A card with one line of words, and the line that a low one has above its day. */
export const CARD_HEIGHT = 130;
export const CARD_LINE = 16;
export const QUIET_HEIGHTS: Readonly<Record<RowSize, number>> = { compact: 15, comfortable: 24 };

/** Whether a row's height depends on its words. */
export function mayWrap(
  { isFlagged, reason, isAssessed }: Pick<OverviewRow, 'isFlagged' | 'reason' | 'isAssessed'>,
  { words }: Pick<TableLayout, 'words'>,
): boolean {
  return isFlagged || (words === 0 && reason !== null && isAssessed);
}
