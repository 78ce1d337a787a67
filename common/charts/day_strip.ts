import { STRIP_DAYS } from '../api';
import { daysBetween, type Day } from '../time';
import { px } from './scales/px';

const DAY_WIDTH = 2.5;
const QUIET_WIDTH = 1.5;
const FLAG_WIDTH = 1.8;
const FLAG_HEIGHT = 9;

/** 31 ticks, one a day: was this series unusual before? */
export interface DayStrip {
  readonly width: number;
  readonly quiet: string;
  readonly flagged: string;
  /** Flagged days among the 31. */
  readonly count: number;
}

/**
 * The strip of earlier flags.
 *
 * @param last the day that is looked at, the last of the strip
 * @param flagged days with a finding; those outside the strip are left out
 * @param unknown days without a result: gaps
 * @param base where the ticks stand, from the upper edge
 */
export function dayStrip(
  last: Day,
  flagged: readonly Day[],
  unknown: ReadonlySet<number>,
  base: number,
): DayStrip {
  const at = flagged
    .map((day) => STRIP_DAYS - 1 - daysBetween(day, last))
    .filter((index) => index >= 0 && index < STRIP_DAYS);
  const hot = new Set(at);
  const quiet = Array.from({ length: STRIP_DAYS }, (_, index) => index)
    .filter((index) => !hot.has(index) && !unknown.has(index))
    .map((index) => `M${px(index * DAY_WIDTH)} ${base}h${QUIET_WIDTH}`);
  const marks = [...hot].map(
    (index) => `M${px(index * DAY_WIDTH)} ${base}v${-FLAG_HEIGHT}h${FLAG_WIDTH}v${FLAG_HEIGHT}z`,
  );
  return {
    width: STRIP_DAYS * DAY_WIDTH + 0.5,
    quiet: quiet.join(''),
    flagged: marks.join(''),
    count: hot.size,
  };
}
