import type { Line } from './split_lines';

/** A clock near the beginning: so a record of a log begins, and no line that goes on with one. */
const CLOCK = /\d\d:\d\d:\d\d|^\d{9,10}\.\d{3}/;
const CLOCK_WITHIN = 64;
const FRAME = /^(\d{1,7}) (?=<\d{1,3}>)/;
const SPACE = 0x20;
const TAB = 0x09;

/** Finds the lines that continue the record before them. Each line of that record is reported to it. */
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
 * A line goes on with the record before it where the format says so: `journalctl` and PostgreSQL
 * indent such lines, as programs do with the traces that syslog-ng writes with their line feeds; an
 * octet count (RFC 6587) says how long a record is. A line that is not indented and has no header
 * cannot be told from one of another program: it stands for itself.
 */
export function createContinuation(): Continuation {
  let head = '';
  /** Bytes that the octet count of the record says and that have not come; 0 without a count. */
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
      // A piece of a line that is too long stands for itself.
      if (split) return false;
      // A count may be wrong: what has a time of its own is a record of its own.
      if (hasClock(text)) return false;
      return isIndented(text) ? hasClock(head) : missing > 0 && !FRAME.test(text);
    },
  };
}
