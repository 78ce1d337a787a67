import type { ParseContext } from '../documents/log_document';
import {
  fractionMs,
  instantWithoutYear,
  monthNumber,
  wallClockMs,
  type ToUtc,
} from '../parsing/timestamps';
import { inLastMinute, mayBeAfter, PLAIN_LENGTH, rememberMinute } from './last_minute';
import { instantInZone, isZoneWord } from './zone_offset';

/** The format of a time, which decides what else a header must have. */
export type TimeStyle = 'BSD' | 'ISO' | 'seconds';

/** A time at the beginning of a header. */
export interface HeaderTime {
  readonly style: TimeStyle;
  /** Milliseconds since 1970 UTC. */
  readonly instant: number;
  /** Whether the time itself has a zone. */
  readonly hasZone: boolean;
  /** Whether the time itself has a year. */
  readonly hasYear: boolean;
  /**
   * Whether its format is one that no syslog daemon writes by itself: a comma or more than six
   * digits in the fraction, or ctime(3). Many programs write such times in their own logs.
   */
  readonly isUnusual: boolean;
  /** Where the text after it begins. */
  readonly end: number;
}

type Groups = readonly (string | undefined)[];

/** One format of a time: its origin, and the order of its parts. */
export interface TimeShape {
  readonly name: string;
  /** Program and version, or document, that writes this format. */
  readonly source: string;
  readonly style: TimeStyle;
  /** Whether programs write it in their own logs more often than syslog does. */
  readonly isUnusual?: true;
  /**
   * Sticky. Its groups: year, month, day, hour, minute, second, fraction, zone; or seconds,
   * fraction.
   */
  readonly pattern: RegExp;
}

const CLOCK = String.raw`(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?`;
/** A zone directly after a clock: `Z`, `+0100`. */
const GLUED = String.raw`(Z(?![\w])|[+-]\d\d:?\d\d)?`;
/** As Python, log4j and dmesg write a fraction, or in nanoseconds, as Docker and Kubernetes do. */
const OWN_FRACTION = /,\d{1,9}|\.\d{7,9}/;
const DAY_NAME = '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? {1,2})';

/** All formats of a time. The first that fits is taken. */
export const TIME_SHAPES: readonly TimeShape[] = [
  {
    name: 'month, day, time',
    source: 'RFC 3164 section 4.1.2; year before it: Cisco NX-OS, after the day: Cisco IOS and ASA',
    style: 'BSD',
    pattern: new RegExp(
      `(?:(\\d{4}) )?([A-Za-z]{3}) {1,2}(\\d{1,2}) (?:(\\d{4}) )?${CLOCK}${GLUED}(?![\\d.])`,
      'y',
    ),
  },
  {
    name: 'year, month, day, time',
    source: 'ISO 8601: rsyslog RSYSLOG_FileFormat, syslog-ng ts-format(iso), journalctl short-iso',
    style: 'ISO',
    pattern: new RegExp(`(\\d{4})-(\\d\\d)-(\\d\\d)[T ]${CLOCK}${GLUED}(?![\\d.])`, 'y'),
  },
  {
    name: 'day of the week, month, day, time, year',
    source: 'ctime(3): logread of OpenWrt ubox',
    style: 'BSD',
    isUnusual: true,
    pattern: new RegExp(
      `${DAY_NAME}()([A-Za-z]{3}) {1,2}(\\d{1,2}) ()${CLOCK}${GLUED}(?![\\d.])`,
      'y',
    ),
  },
  {
    name: 'day of the week, year, month, day, time, zone',
    source: 'journalctl short-full and with-unit, systemd 252 and 257',
    style: 'ISO',
    pattern: new RegExp(`${DAY_NAME}(\\d{4})-(\\d\\d)-(\\d\\d) ${CLOCK}${GLUED}(?![\\d.])`, 'y'),
  },
  {
    name: 'year, month, day, time with colons',
    source: 'Sophos UTM 9',
    style: 'ISO',
    pattern: new RegExp(`(\\d{4}):(\\d\\d):(\\d\\d)-${CLOCK}${GLUED}(?![\\d.])`, 'y'),
  },
  {
    name: 'seconds since 1970',
    source: 'journalctl short-unix, systemd 252 and 257',
    style: 'seconds',
    pattern: /(\d{9,10})\.(\d{3,9})(?![\d.])/y,
  },
];

/** A zone or a year after the clock and a space, in either order: not the `2001` of an address. */
const AFTER = / ((?:UTC|GMT)?[+-]\d{1,2}(?::?\d\d)?|[A-Z]{1,5}|\d{4})(?=:? |:?$|[\])])/y;
const YEAR = /^\d{4}$/;
const EARLIEST_YEAR = 1970;
const LATEST_YEAR = 2199;

interface After {
  readonly zone: string | undefined;
  readonly year: string | undefined;
  readonly end: number;
}

function isZone(word: string): boolean {
  return isZoneWord(word) || /[+-]/.test(word);
}

function readAfter(line: string, from: number, hasYear: boolean, hasZone: boolean): After {
  if (!mayBeAfter(line, from)) return { zone: undefined, year: undefined, end: from };
  let zone: string | undefined;
  let year: string | undefined;
  let end = from;
  for (;;) {
    AFTER.lastIndex = end;
    const word = AFTER.exec(line)?.[1];
    if (word === undefined) return { zone, year, end };
    if (YEAR.test(word)) {
      if (hasYear || year !== undefined) return { zone, year, end };
      year = word;
    } else {
      if (hasZone || zone !== undefined || !isZone(word)) return { zone, year, end };
      zone = word;
    }
    end += word.length + 1;
  }
}

function isYear(year: number): boolean {
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
}

function instantOf(
  groups: Groups,
  style: TimeStyle,
  written: string | undefined,
  after: After,
  context: ParseContext,
): number | undefined {
  const offset = style === 'BSD' ? 1 : 0;
  const [month, day] = [groups[2] ?? '', groups[3]];
  const [hour, minute, second, fraction, glued] = groups.slice(4 + offset, 9 + offset);
  const monthOfYear = style === 'BSD' ? monthNumber(month) : Number(month);
  if (monthOfYear === undefined) return undefined;
  const time = {
    year: Number(written ?? 0),
    month: monthOfYear,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: fractionMs(fraction),
  };
  const zone = glued ?? after.zone;
  const { localToUtc } = context;
  if (written === undefined) {
    const toUtc: ToUtc =
      zone === undefined ? localToUtc : (shown) => instantInZone(shown, zone, localToUtc);
    return instantWithoutYear(time, context, toUtc);
  }
  if (style === 'BSD' && !isYear(time.year)) return undefined;
  const wallClock = wallClockMs(time);
  if (wallClock === undefined) return undefined;
  return zone === undefined ? localToUtc(wallClock) : instantInZone(wallClock, zone, localToUtc);
}

function readShape(
  { pattern, style, isUnusual }: TimeShape,
  line: string,
  from: number,
  context: ParseContext,
): HeaderTime | undefined {
  pattern.lastIndex = from;
  const groups: Groups | null = pattern.exec(line);
  if (groups === null) return undefined;
  const end = pattern.lastIndex;
  if (style === 'seconds') {
    const instant = Number(groups[1]) * 1000 + fractionMs(groups[2]);
    return { style, instant, hasZone: true, hasYear: true, isUnusual: false, end };
  }
  const isBsd = style === 'BSD';
  const year = groups[1] || (isBsd && groups[4]) || undefined;
  const [fraction, glued] = isBsd ? [groups[8], groups[9]] : [groups[7], groups[8]];
  const after = readAfter(line, end, year !== undefined, glued !== undefined);
  const written = year ?? after.year;
  const instant = instantOf(groups, style, written, after, context);
  if (instant === undefined) return undefined;
  return {
    style,
    instant,
    hasZone: (glued ?? after.zone) !== undefined,
    hasYear: written !== undefined,
    isUnusual:
      isUnusual === true || (fraction !== undefined && OWN_FRACTION.test(line.slice(from, end))),
    end: after.end,
  };
}

/** A plain time: neither year, zone nor fraction, and a name after it. */
function plainTime(instant: number, from: number): HeaderTime {
  const end = from + PLAIN_LENGTH;
  return { style: 'BSD', instant, hasZone: false, hasYear: false, isUnusual: false, end };
}

function isPlain({ style, hasYear, hasZone, isUnusual, end }: HeaderTime, from: number): boolean {
  return style === 'BSD' && !hasYear && !hasZone && !isUnusual && end === from + PLAIN_LENGTH;
}

/** Reads the time at `from`, with a zone or year after it; undefined if there is none. */
export function readTime(
  line: string,
  from: number,
  context: ParseContext,
): HeaderTime | undefined {
  const near = inLastMinute(line, from, context);
  if (near !== undefined) return plainTime(near, from);
  for (const shape of TIME_SHAPES) {
    const time = readShape(shape, line, from, context);
    if (time === undefined) continue;
    if (isPlain(time, from)) rememberMinute(line, from, time.instant, context);
    return time;
  }
  return undefined;
}
