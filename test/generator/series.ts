import type { Random } from './random';

/** One calendar day as a generated series sees it. */
export interface DayContext {
  /** 0 for the tested day, 1 for the day before it, and so on. */
  readonly age: number;
  /** 0 = Sunday to 6 = Saturday. */
  readonly weekday: number;
}

/** One generated series: how it draws the 24 counts of a day. */
export interface GeneratedSeries {
  readonly draw: (day: DayContext) => number[];
  /** How many days lie before the tested one; 31 when not said. */
  readonly history?: number;
  /** The hour of its nightly job, for the kinds that move it or leave it out. */
  readonly jobHour?: number;
  /** Counts are so erratic that only something far above everything seen before is an anomaly. */
  readonly isErratic?: boolean;
}

/** A kind of series; every call makes another one. */
export type Family = (random: Random) => GeneratedSeries;
