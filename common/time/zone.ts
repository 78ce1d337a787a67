import { MS_PER_SECOND } from './units';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const kept = formatters.get(zone);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

/** Whether `zone` is an IANA time zone that this runtime knows, such as `America/Toronto` or `UTC`. */
export function isZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * How far the wall clock of a zone is ahead of UTC at an instant.
 *
 * @param instant milliseconds since 1970-01-01 UTC
 * @returns milliseconds, negative west of Greenwich
 * @throws RangeError for an unknown zone
 */
export function zoneOffsetAt(instant: number, zone: string): number {
  const parts = new Map<string, number>();
  for (const { type, value } of formatterOf(zone).formatToParts(instant)) {
    parts.set(type, Number(value));
  }
  const part = (name: string): number => parts.get(name) ?? 0;
  // Set in its own call: passed as an argument, a year below 100 would become one of the 1900s.
  const wallClock = new Date(0);
  wallClock.setUTCFullYear(part('year'), part('month') - 1, part('day'));
  wallClock.setUTCHours(part('hour'), part('minute'), part('second'));
  return wallClock.getTime() - Math.floor(instant / MS_PER_SECOND) * MS_PER_SECOND;
}

const UTC = 'UTC';
/** The names that the zone database has for UTC, in lower case. */
const NAMES_OF_UTC = new Set(
  ['utc', 'uct', 'zulu', 'universal', 'gmt', 'greenwich'].flatMap((name) => [name, `etc/${name}`]),
);

/**
 * The canonical name of a zone, since runs and counts are stored under it and names may be written
 * in any case: `utc` and `Etc/UTC` become `UTC`, `europe/vienna` becomes `Europe/Vienna`. Other
 * aliases stay as they are, since versions of the zone database differ in which name is the main
 * one.
 *
 * @throws RangeError for an unknown zone
 */
export function zoneName(zone: string): string {
  const lowerCase = zone.toLowerCase();
  if (NAMES_OF_UTC.has(lowerCase)) return UTC;
  const { timeZone } = formatterOf(zone).resolvedOptions();
  return timeZone.toLowerCase() === lowerCase ? timeZone : zone;
}

/**
 * The zone of this machine, as an IANA name. UTC if it has none: for an empty or odd `TZ` the
 * runtime gives none, or one that it does not know itself.
 */
export function systemZone(): string {
  const zone: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone !== undefined && isZone(zone) ? zoneName(zone) : UTC;
}

/**
 * What the wall clock of a zone shows at an instant, as `2015-04-02T06:02:41.000Z`.
 *
 * @param instant ISO 8601
 */
export function wallClockAt(instant: string, zone: string): string {
  const at = Date.parse(instant);
  return new Date(at + zoneOffsetAt(at, zone)).toISOString();
}
