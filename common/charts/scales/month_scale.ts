import { HOURS_PER_DAY } from '../../time';

/** Days of the month, side by side. */
export const MONTH_DAYS = 31;
/** The last pixel of a day is a gap. */
const GAP = 1;
const LEAST_DAY = 8;
const MOST_DAY = 25;
/** Minimum width of a link on a day: smaller ones are easily missed. */
const LEAST_LINK = 24;

/** 31 equal columns, one for each day, with 24 hours in each. */
export interface MonthScale {
  /** Width of a day, its gap included. */
  readonly day: number;
  readonly hour: number;
  readonly width: number;
  /** The left edge of an hour. @param day 0 for the first @param hour 0 to 24 */
  readonly x: (day: number, hour: number) => number;
  /** The day that covers a position. */
  readonly dayAt: (x: number) => number;
  /** How many days share one link, or one name. */
  readonly named: number;
}

/** The scale of the month. @param room pixels available for the 31 days */
export function monthScale(room: number): MonthScale {
  const day = Math.min(MOST_DAY, Math.max(LEAST_DAY, Math.floor(room / MONTH_DAYS)));
  const hour = (day - GAP) / HOURS_PER_DAY;
  return {
    day,
    hour,
    width: MONTH_DAYS * day,
    x: (at, hours) => at * day + hours * hour,
    dayAt: (x) => Math.min(MONTH_DAYS - 1, Math.max(0, Math.floor(x / day))),
    named: Math.ceil(LEAST_LINK / day),
  };
}
