import { slotOf, type WallHour } from './wall_hour';

/**
 * The hours in which a stream is expected to send events, if they differ from those of the clock.
 */
export interface AwaitedHours {
  /** Hours that do not count: those of a holiday or of maintenance, and unknown ones. */
  readonly isOff: (hour: WallHour) => boolean;
  /**
   * The hour of the week that an hour resembles in addition to its own, as on a holiday that is
   * like a Sunday. The one that expects less counts: a stream that is active only on Sundays is not
   * expected on a holiday.
   */
  readonly like?: ((hour: WallHour) => number | undefined) | undefined;
}

/** Every hour counts, as the one of the week that it is. */
export const ALL_HOURS: AwaitedHours = { isOff: () => false };

/** The hours of the week that an hour is compared with. */
export function slotsOf(hour: WallHour, { like }: Pick<AwaitedHours, 'like'>): number[] {
  const other = like?.(Math.floor(hour));
  return other === undefined ? [slotOf(hour)] : [slotOf(hour), other];
}
