import type { CountScale } from './scales/count_scale';
import type { HourScale } from './scales/hour_scale';
import { px } from './scales/px';

/** Half the length of the dash for an hour whose neighbors are unknown. */
const DASH = 2.5;

type Counts = readonly (number | null)[];

function isAlone(counts: Counts, hour: number): boolean {
  return (counts[hour - 1] ?? null) === null && (counts[hour + 1] ?? null) === null;
}

/**
 * A line through the middles of the hours; null is a gap.
 *
 * @returns the `d` of an SVG path
 */
export function linePath(counts: Counts, x: HourScale, { y }: CountScale): string {
  const parts: string[] = [];
  let isDown = false;
  counts.forEach((count, hour) => {
    if (count === null) {
      isDown = false;
      return;
    }
    const at = `${px(x.center(hour))} ${px(y(count))}`;
    if (isAlone(counts, hour))
      parts.push(`M${px(x.center(hour) - DASH)} ${px(y(count))}h${2 * DASH}`);
    else parts.push(`${isDown ? 'L' : 'M'}${at}`);
    isDown = true;
  });
  return parts.join('');
}
