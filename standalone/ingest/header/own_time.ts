import type { ParseContext } from '../documents/log_document';
import { readTime, type HeaderTime } from './header_time';
import { readStart } from './parse_header';
import {
  fractionMs,
  instantOfIsoParts,
  instantWithoutYear,
  ISO_TIME,
  monthNumber,
} from '../parsing/timestamps';

/** How far into a line its own time is searched for. */
const LOOKED_AT = 200;
const ISO = new RegExp(String.raw`(?<![\d.-])${ISO_TIME.replace('[T ]', '(?:T| {1,2})')}(?!\d)`);
const SLASHES = /(?<![\d/])(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?!\d)/;
/** Of web servers and proxies: `[27/Nov/2026:10:00:01 +0000]`, `[27/Nov/2026:10:00:01.123]`. */
const COMMON =
  /\[(\d\d)\/([A-Z][a-z]{2})\/(\d{4})[: ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?: ([+-]\d{4}))?\]/;
/**
 * `24-Nov-2026 10:00:01.123` of BIND and Tomcat, `24 Nov 2026 10:00:01.123` of Redis, `24Nov2026
 * 10:00:01` of Check Point.
 */
const DAY_FIRST =
  /(?<!\d)(\d\d)([- ]?)([A-Z][a-z]{2})\2(\d{4}) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?!\d)/;
/** Of the kernel's audit: `msg=audit(1795510829.123:456)`. */
const AUDIT = /\baudit\((\d{9,10})\.(\d{3}):\d{1,20}\)/;
/** Of glog and klog, as Kubernetes writes: `I1124 10:00:01.123456`. */
const KLOG = /^[IWEF](\d\d)(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{6})\s/;
/** Of Suricata's and Snort's fast.log: `11/24/2026-10:00:29.123456`. */
const MONTH_FIRST = /^(\d\d)\/(\d\d)\/(\d{4})-(\d\d):(\d\d):(\d\d)\.(\d{6})(?!\d)/;
const BRACKET = /[[(]?/y;

function commonTime(text: string, context: ParseContext): number | undefined {
  const [, day, monthName = '', year, hour, minute, second, fraction, offset] =
    COMMON.exec(text) ?? [];
  const month = monthNumber(monthName);
  if (month === undefined) return undefined;
  const [two = '', numbers] = [String(month).padStart(2, '0'), [hour, minute, second]];
  return instantOfIsoParts([year, two, day, ...numbers, fraction, offset], context);
}

function dayFirstTime(text: string, context: ParseContext): number | undefined {
  const [, day, , monthName = '', year, hour, minute, second, fraction] =
    DAY_FIRST.exec(text) ?? [];
  const month = monthNumber(monthName);
  if (month === undefined) return undefined;
  const clock = [hour, minute, second, fraction, undefined];
  return instantOfIsoParts([year, String(month).padStart(2, '0'), day, ...clock], context);
}

function monthFirstTime(text: string, context: ParseContext): number | undefined {
  const [, month, day, year, ...clock] = MONTH_FIRST.exec(text) ?? [];
  if (year === undefined) return undefined;
  return instantOfIsoParts([year, month, day, ...clock, undefined], context);
}

function auditTime(text: string): number | undefined {
  const [, seconds, milliseconds] = AUDIT.exec(text) ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1000 + Number(milliseconds);
}

function klogTime(text: string, context: ParseContext): number | undefined {
  const match = KLOG.exec(text);
  if (match === null) return undefined;
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 6).map(Number);
  const time = { month, day, hour, minute, second, millisecond: fractionMs(match[6]) };
  return instantWithoutYear(time, context, context.localToUtc);
}

/** The first full date in a text, in milliseconds since 1970 UTC. */
function fullDateIn(text: string, context: ParseContext): number | undefined {
  const common =
    commonTime(text, context) ??
    auditTime(text) ??
    dayFirstTime(text, context) ??
    monthFirstTime(text, context);
  if (common !== undefined) return common;
  const parts = ISO.exec(text) ?? SLASHES.exec(text);
  return parts === null ? undefined : instantOfIsoParts(parts.slice(1, 9), context);
}

/**
 * The time that a line states although it is not understood: at its beginning in any header format,
 * or as a full date within its first 200 letters.
 *
 * @returns undefined if it states none
 */
export function ownTime(
  line: string,
  from: number,
  context: ParseContext,
): Pick<HeaderTime, 'instant' | 'hasYear'> | undefined {
  BRACKET.lastIndex = from;
  BRACKET.exec(line);
  const time = readTime(line, BRACKET.lastIndex, context) ?? readStart(line, from, context)?.time;
  if (time !== undefined) return time;
  const text = line.slice(from, from + LOOKED_AT);
  const withoutYear = klogTime(text, context);
  if (withoutYear !== undefined) return { instant: withoutYear, hasYear: false };
  const instant = fullDateIn(text, context);
  return instant === undefined ? undefined : { instant, hasYear: true };
}
