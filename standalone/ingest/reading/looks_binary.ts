import { isUtf8 } from 'node:buffer';
import { LINE_FEED } from './split_lines';

/** In a log, at most one byte in ten may be one that does not occur in text. */
const MAX_ODD_SHARE = 0.1;
const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
const ESCAPE = 0x1b;
const SPACE = 0x20;
const DELETE = 0x7f;
const CONTINUATION_START = 0x80;
const LEAD_START = 0xc0;
const LONGEST_CHARACTER = 4;

function isControl(byte: number): boolean {
  if (byte >= SPACE) return byte === DELETE;
  return (byte < TAB || byte > CARRIAGE_RETURN) && byte !== ESCAPE;
}

/** The bytes without the last non-ASCII character, which the end may cut in two. */
function wholeCharacters(bytes: Buffer): Buffer {
  let end = bytes.length;
  const at = (index: number): number => bytes[index] ?? 0;
  while (end > bytes.length - LONGEST_CHARACTER && at(end - 1) >= CONTINUATION_START) {
    end -= 1;
    if (at(end) >= LEAD_START) break;
  }
  return bytes.subarray(0, end);
}

/**
 * Whether the first bytes of a file are not text: more than a tenth of them are control characters,
 * or a third are above ASCII without being UTF-8. A log with some broken bytes in it, or in an old
 * one-byte alphabet, is text. Sequences of NUL bytes are holes, as a crash leaves them. There may
 * be as many as lines.
 */
export function looksBinary(head: Buffer): boolean {
  if (head.length === 0) return false;
  let controls = 0;
  let high = 0;
  let lines = 1;
  let holes = 0;
  let nuls = 0;
  let before = -1;
  for (const byte of head) {
    if (byte > DELETE) high += 1;
    else if (byte === LINE_FEED) lines += 1;
    else if (byte === 0) {
      nuls += 1;
      holes += before === 0 ? 0 : 1;
    } else if (isControl(byte)) controls += 1;
    before = byte;
  }
  if (nuls === head.length || holes > lines || controls > head.length * MAX_ODD_SHARE) return true;
  return high > head.length / 3 && !isUtf8(wholeCharacters(head));
}
