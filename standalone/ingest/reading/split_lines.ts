export const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const CONTINUATION_MASK = 0xc0;
const CONTINUATION = 0x80;
const BYTE_ORDER_MARK = '\uFEFF';

/** The longest line that is kept in one piece: four times the longest that is known to occur. */
export const MAX_LINE_BYTES = 4 * 1024 * 1024;

/** A line without its line break, or a piece of one that is too long. */
export interface Line {
  readonly text: string;
  /** Whether this is a piece of a longer line. */
  readonly split: boolean;
  /** Set if no line break ends it: the rest may not be written yet. */
  readonly unfinished?: true;
}

/** Takes bytes as they come and returns the lines that they complete. */
export interface LineSplitter {
  push(chunk: Buffer): Line[];
  /** The last line, if no line break ends it. */
  end(): Line[];
}

/** Where to cut a line that is too long: at the limit, but never within a UTF-8 character. */
function cutAt(line: Buffer, limit: number): number {
  let end = limit;
  while (end > limit - 3 && ((line[end] ?? 0) & CONTINUATION_MASK) === CONTINUATION) end -= 1;
  return end;
}

/** The text of a line from `start` to `end`, without a carriage return at its end. */
function toText(bytes: Buffer, start = 0, end = bytes.length): string {
  const isReturn = end > start && bytes[end - 1] === CARRIAGE_RETURN;
  return bytes.toString('utf8', start, isReturn ? end - 1 : end);
}

/** The byte that ends lines: a carriage return if a file has no line feed, as old Macs wrote. */
export function lineEndOf(head: Buffer): number {
  return head.includes(CARRIAGE_RETURN) && !head.includes(LINE_FEED) ? CARRIAGE_RETURN : LINE_FEED;
}

/**
 * Splits bytes into lines, whatever the chunks they come in. Memory is bounded: a line longer than
 * `maxBytes` is returned in pieces of that size. Bytes that are not UTF-8 become U+FFFD.
 */
export function createLineSplitter(lineEnd = LINE_FEED, maxBytes = MAX_LINE_BYTES): LineSplitter {
  let kept: Buffer[] = [];
  let keptBytes = 0;
  let isContinued = false;
  let isFirst = true;

  const lineOf = (text: string, split: boolean): Line => {
    const isBegin = isFirst && text.startsWith(BYTE_ORDER_MARK);
    isFirst = false;
    return { text: isBegin ? text.slice(1) : text, split };
  };

  const keep = (bytes: Buffer): Line[] => {
    kept.push(bytes);
    keptBytes += bytes.length;
    if (keptBytes <= maxBytes) return [];
    const pieces: Line[] = [];
    let rest = Buffer.concat(kept);
    while (rest.length > maxBytes) {
      const end = cutAt(rest, maxBytes);
      pieces.push(lineOf(toText(rest, 0, end), true));
      rest = rest.subarray(end);
    }
    isContinued = true;
    kept = [rest];
    keptBytes = rest.length;
    return pieces;
  };

  const finish = (): Line => {
    const [only] = kept;
    const bytes = kept.length === 1 && only !== undefined ? only : Buffer.concat(kept);
    const line = lineOf(toText(bytes), isContinued);
    kept = [];
    keptBytes = 0;
    isContinued = false;
    return line;
  };

  return {
    push(chunk) {
      const lines: Line[] = [];
      let start = 0;
      for (;;) {
        const end = chunk.indexOf(lineEnd, start);
        if (end === -1) break;
        // Nearly all lines are within one chunk: they are taken out of it at once.
        if (kept.length === 0 && end - start <= maxBytes) {
          lines.push(lineOf(toText(chunk, start, end), false));
          start = end + 1;
          continue;
        }
        for (const piece of keep(chunk.subarray(start, end))) lines.push(piece);
        lines.push(finish());
        start = end + 1;
      }
      if (start < chunk.length) {
        for (const piece of keep(chunk.subarray(start))) lines.push(piece);
      }
      return lines;
    },
    end: () => (keptBytes === 0 ? [] : [{ ...finish(), unfinished: true }]),
  };
}
