import { thresholdWords } from '../../waveform/words';
import { px } from './px';

/** The axis begins here: below it, differences between usual series mean nothing. */
const LEAST = 0.3;
/** The axis ends here, or at the first later tick that no value exceeds. */
const ENDS = [30, 100, 300, 1000, 3000, 10000];
const TICKS = [1, 3, 10, ...ENDS];
const EDGE = 3;
/** From here on, a surprise is written without decimals. */
const LARGE = 100;

/** The end of the axis: 30, unless a value needs more. */
export function surpriseEnd(values: readonly (number | null)[]): number {
  const most = values.reduce<number>((top, value) => Math.max(top, value ?? 0), 0);
  return ENDS.find((end) => end >= most) ?? most;
}

/** The numbers on the axis: 1, 3, 10, 30. */
export function surpriseTicks(end: number): number[] {
  return TICKS.filter((tick) => tick <= end);
}

/**
 * The position of a surprise on its logarithmic axis, in powers of ten from the beginning of the
 * axis. A surprise ten times as strong is one further, so that 3.4, 10.1 and 26.6 can be
 * distinguished.
 */
export function surpriseAt(surprise: number): number {
  return Math.log10(Math.max(surprise, LEAST) / LEAST);
}

/** A surprise in figures, "26.6"; never as the threshold if it is next to it. */
export function surpriseText(surprise: number): string {
  return surprise < LARGE ? thresholdWords(surprise) : surprise.toFixed(0);
}

/** The axis of a column of rows. */
export interface SurpriseColumn {
  /** Pixels from the beginning of the axis to its end. */
  readonly width: number;
  readonly end: number;
}

/** The position of a surprise in a row, in pixels from the left edge. */
export function surpriseX(surprise: number, { width, end }: SurpriseColumn): number {
  return px(EDGE + ((width - 2 * EDGE) * surpriseAt(surprise)) / surpriseAt(end));
}

/** A surprise in its row: the dot, the stem to the threshold, and the place of the number. */
export interface SurpriseMark {
  readonly stem: string;
  readonly dotX: number;
  readonly textX: number;
}

const BESIDE = 5;

/**
 * The mark of one row. The number is to the right of its dot. If the dot is below the threshold,
 * the number is to the right of the threshold, so that the threshold line does not cross it.
 *
 * @param y the middle of the row
 */
export function surpriseMark(surprise: number, column: SurpriseColumn, y: number): SurpriseMark {
  const dotX = surpriseX(surprise, column);
  const limit = surpriseX(1, column);
  return {
    stem: `M${limit} ${y}H${dotX}`,
    dotX,
    textX: px(Math.max(dotX, limit) + BESIDE),
  };
}
