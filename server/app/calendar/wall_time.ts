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
 * The instant at which the clock of a zone shows a time: the earlier of two. For a time that the
 * clock skips, the instant is as far after the change as the time is after the skipped hour's
 * beginning.
 */
export function instantOf(wall: WallTime, zone: string): number {
  const first = wall - zoneOffsetAt(wall, zone);
  const candidates = [first, wall - zoneOffsetAt(first, zone)];
  const shown = candidates.filter((at) => at + zoneOffsetAt(at, zone) === wall);
  return shown.length === 0 ? greatest(candidates) : least(shown);
}

/** The time that the clock of a zone shows at an instant, without a zone. */
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
