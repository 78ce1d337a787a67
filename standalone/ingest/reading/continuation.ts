import type { Line } from './split_lines';

/** A clock near the beginning: records of a log begin with one, and continuation lines do not. */
const CLOCK = /\d\d:\d\d:\d\d|^\d{9,10}\.\d{3}/;
const CLOCK_WITHIN = 64;
const FRAME = /^(\d{1,7}) (?=<\d{1,3}>)/;
const SPACE = 0x20;
const TAB = 0x09;

/**
 * Finds the lines that continue the record before them. Each line of that record is passed to it.
 */
export interface Continuation {
  begun(text: string): void;
  added(text: string): void;
  goesOn(line: Line): boolean;
}

const hasClock = (text: string): boolean => CLOCK.test(text.slice(0, CLOCK_WITHIN));

function isIndented(text: string): boolean {
  const code = text.charCodeAt(0);
  return code === SPACE || code === TAB;
}

/**
 * A line continues the record before it if the format says so: `journalctl` and PostgreSQL indent
 * such lines, as programs do with the traces that syslog-ng writes with their line feeds; an octet
 * count (RFC 6587) says how long a record is. A line that is not indented and has no header could
 * also be one of another program, so it is a record of its own.
 */
export function createContinuation(): Continuation {
  let head = '';
  /** Bytes of the record's octet count that have not come yet; 0 without a count. */
  let missing = 0;

  return {
    begun(text) {
      head = text;
      const count = FRAME.exec(text)?.[1];
      missing =
        count === undefined ? 0 : Number(count) + count.length + 1 - Buffer.byteLength(text);
    },
    added(text) {
      if (missing > 0) missing -= Buffer.byteLength(text) + 1;
    },
    goesOn({ text, split }) {
      // A piece of a line that is too long is a record of its own.
      if (split) return false;
      // A count may be wrong: a line with a time of its own is a record of its own.
      if (hasClock(text)) return false;
      return isIndented(text) ? hasClock(head) : missing > 0 && !FRAME.test(text);
    },
  };
}
