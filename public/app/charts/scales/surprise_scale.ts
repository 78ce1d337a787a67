import { px } from './px';

const EDGE = 2;
/** The scale reaches this many times the limit; a row beyond it stands at the edge, broken. */
const REACH = 2.2;
const GAP = 3;

/** A surprise against its limit: how far the stem goes, and where the dot stands. */
export interface SurpriseMark {
  readonly stem: string;
  readonly dotX: number;
  /** Whether the value lies beyond the scale: the stem has a gap then. */
  readonly isBeyond: boolean;
}

/** Where a multiple of the limit stands. */
export function surpriseX(surprise: number, width: number): number {
  return px(EDGE + ((width - 2 * EDGE) * Math.min(surprise, REACH)) / REACH);
}

/** The mark of one row. @param y the middle of the row */
export function surpriseMark(surprise: number, width: number, y: number): SurpriseMark {
  const dotX = surpriseX(surprise, width);
  const isBeyond = surprise > REACH;
  const end = isBeyond ? `H${px(dotX - 4 * GAP)}M${px(dotX - 3 * GAP)} ${y}H${dotX}` : `H${dotX}`;
  return { stem: `M${EDGE} ${y}${end}`, dotX, isBeyond };
}
