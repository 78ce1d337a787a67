import { px } from './scales/px';

/** Two values of a row, on one scale that starts at zero. */
export interface DotRow {
  readonly today: number;
  readonly usual: number;
}

/** The places of the dots of a row, and the stem between them. */
export interface DotMark {
  readonly today: number;
  readonly usual: number;
  readonly stem: string;
}

/** The position of a value. @param top the value at the full width */
export function dotX(value: number, width: number, top: number): number {
  return px(top === 0 ? 0 : (width * Math.min(value, top)) / top);
}

/**
 * The marks of a row: a filled dot for the tested day, an open one for usual.
 *
 * @param width that the largest value reaches
 * @param top the largest value
 * @param y the middle of the row
 */
export function dotMark({ today, usual }: DotRow, width: number, top: number, y: number): DotMark {
  const at = (value: number): number => dotX(value, width, top);
  return { today: at(today), usual: at(usual), stem: `M${at(usual)} ${y}H${at(today)}` };
}
