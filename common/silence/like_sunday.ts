import { dayOfWallHour, slotOf, type WallHour, wallHourOf } from './wall_hour';
import type { SilenceLaw } from './silence_law';

/** The weight of past hours from which an office source should have been active today. */
const SHOULD_HAVE_SPOKEN = 2;
/** Hours of less weight are not office hours: a night watchman's event does not open the office. */
const OFFICE_HOUR = 1;
/** A few quiet sources are not a holiday. */
const LEAST_SOURCES = 3;

const SHORT = 1e-6;

/** What an office source did in the hours of a day that are over. */
export type OfficeDay = 'quiet' | 'open' | 'not due';

/** How many of the office sources that should have been active today are quiet. */
export interface QuietTogether {
  readonly quiet: number;
  readonly of: number;
}

/**
 * Whether an office source has opened today.
 *
 * @param hasEvents whether the source has events in an hour
 * @param now its hour is not over
 */
export function officeDay(
  { weights }: Pick<SilenceLaw, 'weights'>,
  hasEvents: (hour: WallHour) => boolean,
  now: WallHour,
): OfficeDay {
  let due = 0;
  // At midnight, the day in question is over.
  for (let hour = wallHourOf(dayOfWallHour(now - SHORT)); hour < Math.floor(now); hour += 1) {
    const weight = weights[slotOf(hour)] ?? 0;
    if (weight < OFFICE_HOUR) continue;
    if (hasEvents(hour)) return 'open';
    due += weight;
  }
  return due >= SHOULD_HAVE_SPOKEN ? 'quiet' : 'not due';
}

/**
 * Distinguishes a holiday from an outage: most office sources that should have been active today
 * are quiet together.
 *
 * @param days of the office sources that were alive before today
 * @returns 'early' if too few should have been active yet; undefined if it is not a holiday
 */
export function quietTogether(days: readonly OfficeDay[]): QuietTogether | 'early' | undefined {
  const quiet = days.filter((day) => day === 'quiet').length;
  const of = days.filter((day) => day !== 'not due').length;
  if (days.length < LEAST_SOURCES || (of > 0 && quiet * 2 <= of)) return undefined;
  return of < LEAST_SOURCES || of * 2 <= days.length ? 'early' : { quiet, of };
}
