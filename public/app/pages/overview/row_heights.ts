import type { RowSize } from '../../address';

/** Heights of rows in pixels, each with the line below it. */
export const FLAGGED_HEIGHT = 42;
export const SECTION_HEIGHT = 20;
export const QUIET_HEIGHTS: Readonly<Record<RowSize, number>> = { compact: 15, comfortable: 24 };
