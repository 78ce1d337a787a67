import { MS_PER_HOUR } from '../../../common/time';

/** Hours from UTC. There are several if the letters mean different zones in different places. */
const HOURS: ReadonlyMap<string, readonly number[]> = new Map<string, readonly number[]>([
  ['Z', [0]],
  ['UTC', [0]],
  ['GMT', [0]],
  ['WET', [0]],
  ['WEST', [1]],
  ['CET', [1]],
  ['MET', [1]],
  ['CEST', [2]],
  ['MEST', [2]],
  ['EET', [2]],
  ['EEST', [3]],
  ['MSK', [3]],
  ['BST', [1, 6]],
  ['IST', [5.5, 2, 1]],
  ['EST', [-5]],
  ['EDT', [-4]],
  ['CST', [-6, 8, -5]],
  ['CDT', [-5, -4]],
  ['MST', [-7]],
  ['MDT', [-6]],
  ['PST', [-8]],
  ['PDT', [-7]],
  ['AKST', [-9]],
  ['AKDT', [-8]],
  ['HST', [-10]],
  ['AST', [-4, 3]],
  ['ADT', [-3]],
  ['NST', [-3.5]],
  ['NDT', [-2.5]],
  ['BRT', [-3]],
  ['JST', [9]],
  ['KST', [9]],
  ['HKT', [8]],
  ['SGT', [8]],
  ['AWST', [8]],
  ['ACST', [9.5]],
  ['ACDT', [10.5]],
  ['AEST', [10]],
  ['AEDT', [11]],
  ['NZST', [12]],
  ['NZDT', [13]],
  ['SAST', [2]],
  ['WAT', [1]],
  ['CAT', [2]],
  ['EAT', [3]],
  ['PKT', [5]],
  ['WIB', [7]],
  ['GST', [4]],
]);

const OFFSET = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d\d))?$/;
const MAX_HOURS = 14;

/** Whether letters are those of a zone: `CET`. */
export function isZoneWord(word: string): boolean {
  return HOURS.has(word);
}

/** A log has few different offsets, and as many times as lines. */
const MAX_REMEMBERED = 1000;
const offsets = new Map<string, number | undefined>();

function readOffset(text: string): number | undefined {
  const [, sign, hour, minute = '0'] = OFFSET.exec(text) ?? [];
  if (hour === undefined || Number(hour) > MAX_HOURS || Number(minute) > 59) return undefined;
  const offset = (Number(hour) + Number(minute) / 60) * MS_PER_HOUR;
  return sign === '-' ? -offset : offset;
}

/** Milliseconds that `+0100`, `+01:00` or `UTC+1` is ahead of UTC. */
function offsetOf(text: string): number | undefined {
  if (offsets.has(text)) return offsets.get(text);
  if (offsets.size >= MAX_REMEMBERED) offsets.clear();
  const offset = readOffset(text);
  offsets.set(text, offset);
  return offset;
}

/**
 * The instant that a wall clock of a written zone shows: `CET`, `Z`, `+0100`, `+01:00`, `UTC+1`.
 * Letters of several zones mean the one whose offset the reader's own zone has at that time.
 *
 * @param wallClock milliseconds, as if the clock were at UTC
 * @param localToUtc the clock of the reader's zone
 * @returns milliseconds since 1970 UTC; undefined if the zone is invalid or ambiguous
 */
export function instantInZone(
  wallClock: number,
  zone: string,
  localToUtc: (wallClock: number) => number,
): number | undefined {
  const hours = HOURS.get(zone);
  if (hours !== undefined) {
    const [only = 0] = hours;
    if (hours.length === 1) return wallClock - only * MS_PER_HOUR;
    const local = localToUtc(wallClock);
    return hours.includes((wallClock - local) / MS_PER_HOUR) ? local : undefined;
  }
  const offset = offsetOf(zone);
  return offset === undefined ? undefined : wallClock - offset;
}
