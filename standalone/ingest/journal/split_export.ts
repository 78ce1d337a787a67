import { LINE_FEED, MAX_LINE_BYTES, type Line, type LineSplitter } from '../reading/split_lines';

const EQUALS = 0x3d;
const LENGTH_BYTES = 8;
const BEGIN = Buffer.from('__CURSOR=');

/** A field whose value has a length: how much of it has not arrived yet. */
interface Value {
  readonly name: string;
  readonly length: number;
  missing: number;
}

/** Whether the first bytes of a file are those of `journalctl -o export`. */
export function isJournalExport(head: Buffer): boolean {
  return head.subarray(0, BEGIN.length).equals(BEGIN);
}

/** A field as one line. Lines of its value are indented, so that none looks like a field. */
function fieldLine(name: string, value: string): Line {
  return { text: `${name}=${value.replace(/\n/g, '\n\t')}`, split: false };
}

/**
 * Splits an export of the journal into its lines: `NAME=value`, or, if a value is not a single line
 * of text, the name, the value's length in eight bytes (little-endian), and as many bytes. A value
 * of more than 4 MB is replaced by its size.
 *
 * @see https://systemd.io/JOURNAL_EXPORT_FORMATS
 */
export function createExportSplitter(maxBytes = MAX_LINE_BYTES): LineSplitter {
  let rest: Buffer = Buffer.alloc(0);
  let value: Value | undefined;

  /** Takes the available part of a value; true if it is complete. */
  const takeValue = (open: Value, lines: Line[]): boolean => {
    if (open.length <= maxBytes) {
      if (rest.length <= open.length) return false;
      lines.push(fieldLine(open.name, rest.toString('utf8', 0, open.length)));
      rest = rest.subarray(open.length + 1);
      return true;
    }
    const taken = Math.min(open.missing, rest.length);
    open.missing -= taken;
    rest = rest.subarray(taken);
    if (open.missing > 0) return false;
    lines.push(fieldLine(open.name, `[${open.length} bytes]`));
    return true;
  };

  /** Takes a line, or a name and the length after it; false if it is not complete yet. */
  const takeLine = (lines: Line[]): boolean => {
    const end = rest.indexOf(LINE_FEED);
    if (end === -1) return false;
    const isText = end === 0 || rest.subarray(0, end).includes(EQUALS);
    if (!isText && rest.length < end + 1 + LENGTH_BYTES) return false;
    const text = rest.toString('utf8', 0, end);
    if (isText) lines.push({ text, split: false });
    else {
      const length = Number(rest.readBigUInt64LE(end + 1));
      // The line feed after the value belongs to it.
      value = { name: text, length, missing: length + 1 };
    }
    rest = rest.subarray(end + 1 + (isText ? 0 : LENGTH_BYTES));
    return true;
  };

  return {
    push(chunk) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const lines: Line[] = [];
      for (;;) {
        if (value === undefined) {
          if (!takeLine(lines)) return lines;
        } else if (takeValue(value, lines)) value = undefined;
        else return lines;
      }
    },
    end: () =>
      rest.length === 0 ? [] : [{ text: rest.toString('utf8'), split: false, unfinished: true }],
  };
}
