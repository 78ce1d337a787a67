import ICAL from 'ical.js';
import { greatest, least } from '../../../common/lists';
import { zoneOffsetAt } from '../../../common/time';

/** A time as a wall clock shows it, in milliseconds as if the clock stood at UTC. */
export type WallTime = number;

export function wallOf(time: ICAL.Time): WallTime {
  const { year, month, day, hour, minute, second } = time;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The instant at which the clock of a zone shows a time: the earlier of two; for a time that the clock skips
 * the one that lies as far behind the change.
 */
export function instantOf(wall: WallTime, zone: string): number {
  const first = wall - zoneOffsetAt(wall, zone);
  const candidates = [first, wall - zoneOffsetAt(first, zone)];
  const shown = candidates.filter((at) => at + zoneOffsetAt(at, zone) === wall);
  return shown.length === 0 ? greatest(candidates) : least(shown);
}

/** What the clock of a zone shows at an instant, as a time without a zone. */
export function clockTime(instant: number, zone: string): ICAL.Time {
  const shown = new Date(instant + zoneOffsetAt(instant, zone));
  const fields = {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    isDate: false,
  };
  return new ICAL.Time(fields, ICAL.Timezone.localTimezone);
}
