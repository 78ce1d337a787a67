import { slotOf, type WallHour } from './wall_hour';

/** The hours in which a stream is awaited, where not all are as the clock has them. */
export interface AwaitedHours {
  /** Hours that do not count, such as those of a holiday or of maintenance, and unknown ones. */
  readonly isOff: (hour: WallHour) => boolean;
  /**
   * Which hour of the week an hour is like besides its own, as on a holiday that is like a Sunday. It
   * counts as the one of both that says less: what speaks on Sundays alone is not awaited on a holiday.
   */
  readonly like?: ((hour: WallHour) => number | undefined) | undefined;
}

/** The hours of the week that an hour is compared with. */
export function slotsOf(hour: WallHour, { like }: Pick<AwaitedHours, 'like'>): number[] {
  const other = like?.(Math.floor(hour));
  return other === undefined ? [slotOf(hour)] : [slotOf(hour), other];
}
