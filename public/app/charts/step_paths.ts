import type { CountScale } from './count_scale';
import type { HourScale } from './hour_scale';
import { px } from './px';

type Counts = readonly (number | null)[];

/** A band is never thinner: where all days agree it is a line, and not nothing. */
const LEAST_HEIGHT = 0.8;

/** Lowest and highest at each hour; null where nothing is known. */
export interface Band {
  readonly low: Counts;
  readonly high: Counts;
}

/**
 * A band as steps: an hour is a bin, so that the band does not slope between hours.
 *
 * @returns the `d` of an SVG path, one closed rectangle an hour
 */
export function bandPath({ low, high }: Band, x: HourScale, { y }: CountScale): string {
  return low
    .map((from, hour) => {
      const to = high[hour] ?? null;
      if (from === null || to === null) return '';
      const upper = y(to);
      const lower = Math.max(y(from), upper + LEAST_HEIGHT);
      return `M${px(x.left(hour))} ${px(upper)}h${px(x.hour)}V${px(lower)}h${px(-x.hour)}z`;
    })
    .join('');
}

/** The usual counts as one level an hour. @returns the `d` of an SVG path */
export function levelPath(counts: Counts, x: HourScale, { y }: CountScale): string {
  return counts
    .map((count, hour) =>
      count === null ? '' : `M${px(x.left(hour))} ${px(y(count))}h${px(x.hour)}`,
    )
    .join('');
}
