import { addDays, dayAt } from '../../../common/time';
import type { AskedDays } from './expand_calendar';

/** As many days as a source can have in training. */
const DAYS_BACK = 92;
/** Two years, one of which may be a leap year. */
const DAYS_AHEAD = 731;

/** The days for which a calendar is tried before it is stored. @param zone of the settings */
export function triedDays(now: Date, zone: string): AskedDays {
  const today = dayAt(now.getTime(), zone);
  return { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD), zone };
}
