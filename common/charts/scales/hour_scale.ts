import { HOURS_PER_DAY } from '../../time';

/** 24 equal columns, one for each wall-clock hour; the same in every row and on both axes. */
export interface HourScale {
  /** Width of an hour. */
  readonly hour: number;
  readonly width: number;
  /** Left edge of an hour's bin, 0 to 24. */
  readonly left: (hour: number) => number;
  readonly center: (hour: number) => number;
  /** The hour whose bin covers a position; undefined outside the day. */
  readonly at: (x: number) => number | undefined;
}

/** Makes the scale of hours. @param hour width of an hour @param from where the day begins */
export function hourScale(hour: number, from = 0): HourScale {
  const left = (at: number): number => from + at * hour;
  return {
    hour,
    width: hour * HOURS_PER_DAY,
    left,
    center: (at) => left(at + 0.5),
    at: (x) => {
      const found = Math.floor((x - from) / hour);
      return found >= 0 && found < HOURS_PER_DAY ? found : undefined;
    },
  };
}
