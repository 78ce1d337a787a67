import { px } from './scales/px';
import type { HourFrame, ValueScale } from './scales/hour_frame';

type Values = readonly (number | null)[];

/** A bar of an hour as a rectangle, and where its number stands. */
export interface BarMark {
  readonly hour: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly textX: number;
  readonly textY: number;
  /** Whether the value lies beyond the scale: the bar is broken by a gap then. */
  readonly isCut: boolean;
}

/** Of the width of an hour. */
export const BAR_SHARE = 0.52;
const ABOVE = 4;
const BELOW = 12;
/** Height of a number. */
const FIGURE = 10;

/** The place of a number over its bar; over the limit's rule where it would be struck through by it. */
function clearOf(rule: number, baseline: number): number {
  const isStruck = baseline > rule - ABOVE && baseline - FIGURE <= rule;
  return isStruck ? rule - ABOVE : baseline;
}

/**
 * The bars of some hours.
 *
 * @param hours wall-clock hours; those without a value have no bar
 * @param limit the value at which a rule goes across
 */
export function barMarks(
  values: Values,
  hours: readonly number[],
  { x }: HourFrame,
  { low, high, y }: ValueScale,
  limit: number,
): BarMark[] {
  return hours.flatMap((hour) => {
    const value = values[hour] ?? null;
    if (value === null) return [];
    const [upper, lower] = [y(Math.max(0, value)), y(Math.min(0, value))];
    const width = x.hour * BAR_SHARE;
    const mark = {
      hour,
      x: px(x.center(hour) - width / 2),
      y: px(upper),
      width: px(width),
      height: px(Math.max(1, lower - upper)),
      textX: px(x.center(hour)),
      textY: px(value < 0 ? lower + BELOW : clearOf(y(limit), upper - ABOVE)),
      isCut: value > high || value < low,
    };
    return [mark];
  });
}
