import type { CountScale } from './scales/count_scale';
import type { HourScale } from './scales/hour_scale';
import { px } from './scales/px';

type Counts = readonly (number | null)[];

/** Minimum thickness of a band: if all days agree, it is a line instead of nothing. */
const LEAST_HEIGHT = 0.8;

/** Lowest and highest at each hour; null if unknown. */
export interface Band {
  readonly low: Counts;
  readonly high: Counts;
}

/** One edge of a band at an hour, and the end of the hour along that edge. */
interface Step {
  readonly level: number;
  readonly end: number;
}

/** Along an edge of a band: up or down where the level changes, then on to the next change. */
function stairs(steps: readonly Step[]): string {
  return steps
    .map(({ level, end }, index) => {
      const rise = level === steps[index - 1]?.level ? '' : `V${level}`;
      return level === steps[index + 1]?.level ? rise : `${rise}H${end}`;
    })
    .join('');
}

/** The outline of one stretch of hours: along the upper edge, and back along the lower one. */
function outline(hours: readonly BandHour[]): string {
  const upper = hours.map((hour) => ({ level: hour.upper, end: hour.right }));
  const lower = hours.map((hour) => ({ level: hour.lower, end: hour.left })).reverse();
  const [first] = hours;
  return first === undefined
    ? ''
    : `M${first.left} ${first.lower}${stairs(upper)}${stairs(lower)}z`;
}

/** What a band covers at an hour, in pixels. */
interface BandHour {
  readonly left: number;
  readonly right: number;
  readonly upper: number;
  readonly lower: number;
}

/**
 * A band as steps: an hour is a bin, so the band does not slope between hours.
 *
 * @returns the `d` of an SVG path, one closed outline for each stretch of hours with known counts
 */
export function bandPath({ low, high }: Band, x: HourScale, { y }: CountScale): string {
  const stretches: BandHour[][] = [[]];
  low.forEach((from, hour) => {
    const to = high[hour] ?? null;
    if (from === null || to === null) {
      stretches.push([]);
      return;
    }
    const upper = y(to);
    stretches.at(-1)?.push({
      left: px(x.left(hour)),
      right: px(x.left(hour + 1)),
      upper: px(upper),
      lower: px(Math.max(y(from), upper + LEAST_HEIGHT)),
    });
  });
  return stretches.map(outline).join('');
}

/** The usual counts as one level an hour. @returns the `d` of an SVG path */
export function levelPath(counts: Counts, x: HourScale, { y }: CountScale): string {
  return counts
    .map((count, hour) =>
      count === null ? '' : `M${px(x.left(hour))} ${px(y(count))}h${px(x.hour)}`,
    )
    .join('');
}
