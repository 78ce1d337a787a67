import type { ParseContext } from '../documents/log_document';

/** `Nov 24 10:00:29`: a time with neither year, zone nor fraction. */
export const PLAIN_LENGTH = 15;
const SECONDS_AT = 13;
const SPACE = 0x20;
const ZERO = 0x30;
const LOWER_A = 0x61;

/** The minute of a plain time, as it is written: `Nov 24 10:00:`. */
interface Minute {
  readonly context: ParseContext;
  readonly text: string;
  /** Milliseconds since 1970 UTC. */
  readonly start: number;
}

/** That of most lines is the minute of the line before. */
let last: Minute | undefined;

/** Whether a zone or a year may stand after a clock. Nearly always a host comes next. */
export function mayBeAfter(line: string, end: number): boolean {
  return line.charCodeAt(end + 1) < LOWER_A;
}

/**
 * The instant of a plain time in the minute of the last one, as parsing it again would give it.
 *
 * @returns milliseconds since 1970 UTC; undefined if the time must be parsed
 */
export function inLastMinute(
  line: string,
  from: number,
  context: ParseContext,
): number | undefined {
  if (last?.context !== context || !line.startsWith(last.text, from)) return undefined;
  const end = from + PLAIN_LENGTH;
  if (line.charCodeAt(end) !== SPACE || !(line.charCodeAt(end + 1) >= LOWER_A)) return undefined;
  const tens = line.charCodeAt(end - 2) - ZERO;
  const ones = line.charCodeAt(end - 1) - ZERO;
  if (!(tens >= 0 && tens <= 5 && ones >= 0 && ones <= 9)) return undefined;
  return last.start + (tens * 10 + ones) * 1000;
}

/** Remembers the minute of a plain time that was read. */
export function rememberMinute(
  line: string,
  from: number,
  instant: number,
  context: ParseContext,
): void {
  const second = Number(line.slice(from + SECONDS_AT, from + PLAIN_LENGTH));
  // A leap second is the first of the next minute.
  if (second > 59) return;
  last = { context, text: line.slice(from, from + SECONDS_AT), start: instant - second * 1000 };
}
