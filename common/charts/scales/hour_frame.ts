import { HOURS_PER_DAY } from '../../time';
import { hourScale, type HourScale } from './hour_scale';

/** The layout of a large chart of a day, in pixels. */
export interface HourFrame {
  readonly width: number;
  readonly height: number;
  /** Edges of the area in which hours and values are drawn. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: HourScale;
}

/** Room for the numbers of the axis, and for the labels at the right end. */
const LEFT = 34;
const RIGHT = 102;
/**
 * In a narrow drawing there are no labels at the right end, only room for half of an hour's name.
 */
const NARROW = 560;
const NARROW_RIGHT = 16;
const LEAST_HOUR = 8;
const MOST_HOUR = 40;

/**
 * The frame of a large chart: the same x in every chart of a page with the same width.
 *
 * @param width available for the drawing
 * @param above room above the highest value
 * @param plot height of the area in which values are drawn
 * @param below room below it, for an axis
 */
export function hourFrame(width: number, above: number, plot: number, below: number): HourFrame {
  const rightMargin = width < NARROW ? NARROW_RIGHT : RIGHT;
  const fitting = Math.floor((width - LEFT - rightMargin) / HOURS_PER_DAY);
  const hour = Math.min(MOST_HOUR, Math.max(LEAST_HOUR, fitting));
  const x = hourScale(hour, LEFT);
  return {
    width: LEFT + x.width + rightMargin,
    height: above + plot + below,
    left: LEFT,
    right: LEFT + x.width,
    top: above,
    bottom: above + plot,
    x,
  };
}

/** Whether there is room for labels at the right end. */
export function hasEnd({ width, right }: Pick<HourFrame, 'width' | 'right'>): boolean {
  return width - right > NARROW_RIGHT;
}

/** Values as heights, linear. */
export interface ValueScale {
  readonly low: number;
  readonly high: number;
  /** The position of a value, from the upper edge. Values beyond the ends are drawn at the ends. */
  readonly y: (value: number) => number;
}

/** The scale of a frame's values, from its lower to its upper edge. */
export function valueScale({ top, bottom }: HourFrame, low: number, high: number): ValueScale {
  const share = (value: number): number =>
    (Math.min(high, Math.max(low, value)) - low) / (high - low);
  return { low, high, y: (value) => bottom - (bottom - top) * share(value) };
}
