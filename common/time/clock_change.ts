import { MS_PER_HOUR } from './units';
import { addDays, dayStartUtc, type Day } from './day';

import { zoneOffsetAt } from './zone';

const NOON = 12 * MS_PER_HOUR;
/** For this long after a clock change, most training days are still before it. */
const DAYS_AFTER = 7;

function offsetAtNoon(day: Day, zone: string): number {
  return zoneOffsetAt(dayStartUtc(day) + NOON, zone);
}

/**
 * By how many hours the clock of a zone changed on a day or in the week before it: 1 after it went
 * forward, −1 after it went back, 0 if it did not change. Events that follow another clock come
 * that much later on this one.
 */
export function clockChange(day: Day, zone: string): number {
  return (offsetAtNoon(day, zone) - offsetAtNoon(addDays(day, -DAYS_AFTER), zone)) / MS_PER_HOUR;
}
