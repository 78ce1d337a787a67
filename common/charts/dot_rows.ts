import { px } from './scales/px';

/** Two values of a row, on one scale from zero on. */
export interface DotRow {
  readonly today: number;
  readonly usual: number;
}

/** Where the dots of a row stand, and the stem between them. */
export interface DotMark {
  readonly today: number;
  readonly usual: number;
  readonly stem: string;
}

/** Where a value stands. @param top the value that the width reaches */
export function dotX(value: number, width: number, top: number): number {
  return px(top === 0 ? 0 : (width * Math.min(value, top)) / top);
}

/**
 * The marks of a row: a filled dot for today, an open one for usual.
 *
 * @param width that the largest value reaches
 * @param top the largest value
 * @param y the middle of the row
 */
export function dotMark({ today, usual }: DotRow, width: number, top: number, y: number): DotMark {
  const at = (value: number): number => dotX(value, width, top);
  return { today: at(today), usual: at(usual), stem: `M${at(usual)} ${y}H${at(today)}` };
}
