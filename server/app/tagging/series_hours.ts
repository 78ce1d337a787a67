/** Some hours of one series. */
export interface SeriesHours {
  readonly subtype: string;
  /** Wall-clock hours, ascending. */
  readonly hours: readonly number[];
}
