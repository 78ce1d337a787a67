import { isTold, testWords, type TestBar, type TestKind, type TestScale } from './hour_tests';
import type { HourFrame, ValueScale } from './scales/hour_frame';
import { px } from './scales/px';

/** A bar as a rectangle, and the place of its number. */
export interface BarMark extends TestBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly textX: number;
  readonly textY: number;
}

/** Share of an hour's width. */
export const BAR_SHARE = 0.52;
const ABOVE = 4;
const BELOW = 12;
/** Height of a number. */
const FIGURE = 10;

/** The place of a number above its bar; above the threshold's line if that would cross it. */
function clearOf(rule: number, baseline: number): number {
  const isStruck = baseline > rule - ABOVE && baseline - FIGURE <= rule;
  return isStruck ? rule - ABOVE : baseline;
}

/**
 * The bars as rectangles.
 *
 * @param at the position of a value on the axis
 * @param limit the value at which a line goes across
 */
export function barMarks(
  bars: readonly TestBar[],
  { x }: HourFrame,
  { y }: ValueScale,
  at: TestScale['at'],
  limit: number,
): BarMark[] {
  const beside = ((1 - BAR_SHARE) / 2) * x.hour;
  return bars.map((bar) => {
    const value = at(bar.value);
    const [upper, lower] = [y(Math.max(0, value)), y(Math.min(0, value))];
    const [left, right] = [x.left(bar.from) + beside, x.left(bar.to) - beside];
    return {
      ...bar,
      x: px(left),
      y: px(upper),
      width: px(right - left),
      height: px(Math.max(1, lower - upper)),
      textX: px((left + right) / 2),
      textY: px(bar.value < 0 ? lower + BELOW : clearOf(y(at(limit)), upper - ABOVE)),
    };
  });
}

/** Width of a figure of a number at a bar, in pixels. */
const FIGURE_WIDTH = 7;

/**
 * The bars that get a number: those that deserve one, unless the numbers would overlap. Of two that
 * would, the larger value gets one.
 */
export function toldMarks(marks: readonly BarMark[], kind: TestKind, limit: number): BarMark[] {
  const halfOf = ({ value }: BarMark): number =>
    (testWords(kind, value, limit).length * FIGURE_WIDTH) / 2;
  const told: BarMark[] = [];
  const wanted = marks.filter((mark) => isTold(kind, mark));
  for (const mark of wanted.sort((a, b) => Math.abs(b.value) - Math.abs(a.value))) {
    const isFree = told.every(
      (other) =>
        Math.abs(other.textX - mark.textX) >= halfOf(other) + halfOf(mark) ||
        Math.abs(other.textY - mark.textY) > FIGURE,
    );
    if (isFree) told.push(mark);
  }
  return told.sort((a, b) => a.from - b.from);
}
