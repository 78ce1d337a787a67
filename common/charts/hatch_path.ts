import { px } from './scales/px';

/** A rectangle: left, upper, right and lower edge. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Closer lines would make a pattern of their own if many rows are hatched. */
const STEP = 8;

/**
 * Slanted lines that fill a rectangle: not assessed. They are a path because a pattern needs an id,
 * which must be unique on the page.
 *
 * @param step from one line to the next, in pixels
 * @returns the `d` of an SVG path
 */
export function hatchPath({ left, top, right, bottom }: Box, step = STEP): string {
  const height = bottom - top;
  const lines: string[] = [];
  // Each line rises by 45° from (start, bottom); the first ones begin left of the rectangle.
  for (let start = Math.ceil((left - height) / step) * step; start < right; start += step) {
    const from = Math.max(start, left);
    const to = Math.min(start + height, right);
    if (from >= to) continue;
    lines.push(
      `M${px(from)} ${px(bottom - (from - start))}L${px(to)} ${px(bottom - (to - start))}`,
    );
  }
  return lines.join('');
}
