import { MS_PER_DAY, MS_PER_MINUTE } from '../../../common/time';
import type { ParseContext } from '../documents/log_document';

/**
 * A clock may run ahead, and a zone may be wrong, so a line may be in the future, up to the end of
 * that UTC day.
 */
const FUTURE_SLACK = MS_PER_DAY;
/** 29 February comes at least once in eight years. */
const MAX_YEARS_BACK = 8;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNumbers = new Map(MONTHS.map((name, index) => [name, index + 1]));

/** 1 to 12 for an English short name, whatever its case. */
export function monthNumber(name: string): number | undefined {
  return monthNumbers.get(name) ?? monthNumbers.get(name.toLowerCase());
}

/** A time as written in a log: month 1 to 12, milliseconds 0 to 999. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** Days that every month has, which need no check in the calendar. */
const SAFE_DAYS = 28;
/** Date.UTC reads a smaller year as one of the twentieth century. */
const FIRST_SAFE_YEAR = 100;

function midnightOf(year: number, month: number, day: number): number | undefined {
  if (day <= SAFE_DAYS && year >= FIRST_SAFE_YEAR) return Date.UTC(year, month - 1, day);
  const midnight = new Date(Date.UTC(2000, month - 1, day));
  midnight.setUTCFullYear(year, month - 1, day);
  return midnight.getUTCMonth() === month - 1 ? midnight.getTime() : undefined;
}

/**
 * The wall-clock time in milliseconds, as if the clock were at UTC; undefined for a time that no
 * calendar or clock shows. Second 60 (a leap second) is the first of the next minute.
 */
export function wallClockMs(time: WallClock): number | undefined {
  const { year, month, day, hour, minute, second, millisecond } = time;
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60)
    return undefined;
  const midnight = midnightOf(year, month, day);
  if (midnight === undefined) return undefined;
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

/** Milliseconds of a fraction of a second: `5` is 500, `123456` is 123. */
export function fractionMs(digits: string | undefined): number {
  return digits === undefined ? 0 : Number(digits.slice(0, 3).padEnd(3, '0'));
}

/** The instant that a wall clock shows; undefined if its zone is not certain. */
export type ToUtc = (wallClock: number) => number | undefined;

function instantInYear(
  { month, day, hour, minute, second, millisecond }: Omit<WallClock, 'year'>,
  year: number,
  toUtc: ToUtc,
): number | undefined {
  const wallClock = wallClockMs({ year, month, day, hour, minute, second, millisecond });
  return wallClock === undefined ? undefined : toUtc(wallClock);
}

/** Records are before this: the end of a day, so that a day is never split between two years. */
export function endOfSlack(now: number): number {
  return (Math.floor((now + FUTURE_SLACK) / MS_PER_DAY) + 1) * MS_PER_DAY;
}

/**
 * The instant of a time without a year: in the year that the user gave, or else in the latest that
 * is not in the future (with a tolerance of one day, to the end of that UTC day).
 *
 * @returns milliseconds since 1970 UTC; undefined if no such year has that day
 */
export function instantWithoutYear(
  time: Omit<WallClock, 'year'>,
  { year, now }: Pick<ParseContext, 'year' | 'now'>,
  toUtc: ToUtc,
): number | undefined {
  if (year !== undefined) return instantInYear(time, year, toUtc);
  const end = endOfSlack(now);
  const latest = new Date(end + FUTURE_SLACK).getUTCFullYear();
  for (let candidate = latest; candidate >= latest - MAX_YEARS_BACK; candidate -= 1) {
    const instant = instantInYear(time, candidate, toUtc);
    if (instant !== undefined && instant < end) return instant;
  }
  return undefined;
}

/** Date and time as ISO 8601 writes them; space or T between, offset with or without colon. */
export const ISO_TIME = String.raw`(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(Z|[+-]\d\d:?\d\d)?`;
const isoTimePattern = new RegExp(`^${ISO_TIME}$`);

function offsetMs(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith('-') ? -minutes : minutes) * MS_PER_MINUTE;
}

/**
 * The instant of a matched ISO_TIME. Without an offset in it, the local zone is used.
 *
 * @param parts the eight groups of ISO_TIME
 * @returns milliseconds since 1970 UTC; undefined for a time that no calendar shows
 */
export function instantOfIsoParts(
  parts: readonly (string | undefined)[],
  { localToUtc }: Pick<ParseContext, 'localToUtc'>,
): number | undefined {
  const offset = parts[7];
  const wallClock = wallClockOfParts(parts);
  if (wallClock === undefined) return undefined;
  return offset === undefined ? localToUtc(wallClock) : wallClock - offsetMs(offset);
}

function wallClockOfParts(parts: readonly (string | undefined)[]): number | undefined {
  const [year, month, day, hour, minute, second, fraction] = parts;
  return wallClockMs({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: fractionMs(fraction),
  });
}

/** The instant of an ISO 8601 text; undefined if it is none. */
export function instantOfIso(text: string, context: ParseContext): number | undefined {
  const match = isoTimePattern.exec(text);
  return match === null ? undefined : instantOfIsoParts(match.slice(1), context);
}

/** What the clock of an ISO 8601 text shows, in milliseconds as if it were at UTC. */
export function wallClockOfIso(text: string): number | undefined {
  const match = isoTimePattern.exec(text);
  return match === null ? undefined : wallClockOfParts(match.slice(1));
}
