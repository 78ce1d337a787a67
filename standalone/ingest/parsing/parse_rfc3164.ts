import type { ParseContext, ParseResult, SyslogFields } from '../documents/log_document';
import { DEFAULT_PRIORITY, describePriority } from './syslog_priority';
import {
  fractionMs,
  instantOfIsoParts,
  instantWithoutYear,
  ISO_TIME,
  monthNumber,
  wallClockMs,
} from './timestamps';

/** `Apr  1 15:02:19`; some devices add the year or a fraction of a second. */
const BSD_TIME = String.raw`([A-Za-z]{3}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?`;
const HEAD = new RegExp(`^(?:<(\\d{1,3})>)?(?:${BSD_TIME}|${ISO_TIME}) (\\S{1,255})(?: |$)`);
const BSD_GROUPS = { first: 2, count: 7 };
const ISO_GROUPS = { first: 9, count: 8 };
const HOST_GROUP = 17;

/** `sshd[123]:`, `su(pam_unix):`, or `syslogd 1.4.1:`; never further than a word and its process. */
const TAG = /([^\s[\]]{1,128}?)(?:\[([^\]\s]{0,64})\])?(?: [\d.]{1,32})?:(?= |$)/y;

type Groups = readonly (string | undefined)[];

function instantOfBsdParts(parts: Groups, context: ParseContext): number | undefined {
  const [monthName = '', day, year, hour, minute, second, fraction] = parts;
  const month = monthNumber(monthName);
  if (month === undefined) return undefined;
  const time = {
    month,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: fractionMs(fraction),
  };
  if (year === undefined) return instantWithoutYear(time, context);
  const wallClock = wallClockMs({ ...time, year: Number(year) });
  return wallClock === undefined ? undefined : context.localToUtc(wallClock);
}

function instantOf(groups: Groups, context: ParseContext): number | undefined {
  const { first, count } = groups[BSD_GROUPS.first] === undefined ? ISO_GROUPS : BSD_GROUPS;
  const parts = groups.slice(first, first + count);
  return first === BSD_GROUPS.first
    ? instantOfBsdParts(parts, context)
    : instantOfIsoParts(parts, context);
}

function readTag(line: string, from: number): Pick<SyslogFields, 'program' | 'pid'> {
  TAG.lastIndex = from;
  const match = TAG.exec(line);
  if (match === null) return {};
  const [, program, pid] = match;
  return { ...(program ? { program } : {}), ...(pid ? { pid } : {}) };
}

/**
 * Reads a line in the format of RFC 3164, with or without `<PRI>`: time without year and zone, host,
 * program with or without process. The time may also be written in ISO 8601, as rsyslog does today.
 * A line whose text begins with no program is read without one.
 */
export function parseRfc3164(line: string, context: ParseContext): ParseResult {
  const match = HEAD.exec(line);
  if (match === null) return { ok: false, type: 'syslog' };
  const groups: Groups = match;
  const priority = describePriority(Number(groups[1] ?? DEFAULT_PRIORITY));
  const instant = instantOf(groups, context);
  if (priority === undefined || instant === undefined) return { ok: false, type: 'syslog' };
  return {
    ok: true,
    type: 'syslog',
    instant,
    host: groups[HOST_GROUP],
    fields: { ...readTag(line, match[0].length), ...priority },
  };
}
