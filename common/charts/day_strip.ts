import { STRIP_DAYS } from '../api';
import { daysBetween, type Day } from '../time';
import { hourStretches } from '../waveform/hours';
import { hatchPath } from './hatch_path';
import { px } from './scales/px';

const DAY_WIDTH = 2.5;
const QUIET_WIDTH = 1.5;
const FLAG_WIDTH = 1.8;
const FLAG_HEIGHT = 9;
/** Dense enough that lines cross every day of a hatched stretch, even a single one. */
const HATCH_STEP = 4;

/** 31 ticks, one a day: was this series unusual before? */
export interface DayStrip {
  readonly width: number;
  readonly quiet: string;
  readonly flagged: string;
  /** Days without a known result. */
  readonly hatch: string;
  /** Days with a finding among the 31. */
  readonly count: number;
}

/**
 * The strip of earlier findings.
 *
 * @param last the day in view, the last of the strip
 * @param flagged days with a finding; those outside the strip are ignored
 * @param unknown indices of days without a result, which are hatched; undefined while it is not
 * known which days have one: then only findings are drawn
 * @param base where the ticks stand, from the upper edge
 */
export function dayStrip(
  last: Day,
  flagged: readonly Day[],
  unknown: ReadonlySet<number> | undefined,
  base: number,
): DayStrip {
  const at = flagged
    .map((day) => STRIP_DAYS - 1 - daysBetween(day, last))
    .filter((index) => index >= 0 && index < STRIP_DAYS);
  const hot = new Set(at);
  const places = Array.from({ length: STRIP_DAYS }, (_, index) => index);
  const isHatched = (index: number): boolean => unknown?.has(index) === true && !hot.has(index);
  const quiet = places
    .filter((index) => unknown !== undefined && !hot.has(index) && !isHatched(index))
    .map((index) => `M${px(index * DAY_WIDTH)} ${base}h${QUIET_WIDTH}`);
  const hatch = hourStretches(places.filter(isHatched)).map(({ from, to }) =>
    hatchPath(
      {
        left: from * DAY_WIDTH,
        right: to * DAY_WIDTH - DAY_WIDTH + QUIET_WIDTH,
        top: base - FLAG_HEIGHT,
        bottom: base,
      },
      HATCH_STEP,
    ),
  );
  const marks = [...hot].map(
    (index) => `M${px(index * DAY_WIDTH)} ${base}v${-FLAG_HEIGHT}h${FLAG_WIDTH}v${FLAG_HEIGHT}z`,
  );
  return {
    width: STRIP_DAYS * DAY_WIDTH + 0.5,
    quiet: quiet.join(''),
    flagged: marks.join(''),
    hatch: hatch.join(''),
    count: hot.size,
  };
}
