import { isZone } from '../../../common/time';
import { CalendarRefused } from './calendar_error';
import { WINDOWS_ZONES } from './windows_zones';

/** The zone that a calendar's name for it means: IANA, Windows, or IANA after a prefix. */
function known(name: string): string | undefined {
  const windows = WINDOWS_ZONES.get(name);
  if (windows !== undefined && isZone(windows)) return windows;
  return isZone(name) ? name : undefined;
}

/**
 * The IANA zone of a `TZID`, such as `Europe/Vienna`, `W. Europe Standard Time` or
 * `/freeassociation.sourceforge.net/Europe/Vienna`.
 *
 * @throws CalendarRefused for a name that neither the runtime nor the table knows
 */
export function zoneOf(tzid: string): string {
  const name = tzid.trim().replace(/^"(.*)"$/, '$1');
  const parts = name.split('/').filter((part) => part !== '');
  const tails = parts.map((_, place) => parts.slice(place).join('/'));
  for (const one of [name, ...tails]) {
    const zone = known(one);
    if (zone !== undefined) return zone;
  }
  throw new CalendarRefused(
    `the zone ${tzid.slice(0, 100)} is not known: use an IANA zone such as Europe/Vienna`,
  );
}
