import { MAX_LINE_BYTES, type Line } from './split_lines';

/** What becomes one document: a line, or the joined lines of an alert or an entry. */
export type RawRecord = Line;

/** Takes lines as they come and gives the records that they complete. Empty lines make none. */
export interface RecordJoiner {
  push(line: Line): RawRecord | undefined;
  end(): RawRecord | undefined;
}

const isBlank = ({ text }: Line): boolean => text.trim() === '';

const oneLineEach: RecordJoiner = {
  push: (line) => (isBlank(line) ? undefined : line),
  end: () => undefined,
};

/**
 * Joins the lines of `alerts.log`, or of an export of the journal: a record lasts from the line that
 * begins it to the next such line, without the empty lines at its end. Lines before the first, such
 * as those of `alerts.json`, stand for themselves. One that grows beyond what is kept in one piece
 * is split.
 */
function createJoiner(begins: (line: string) => boolean, maxLength: number): RecordJoiner {
  let lines: string[] = [];
  let length = 0;
  let isSplit = false;

  const flush = (): RawRecord | undefined => {
    const text = lines.join('\n').trimEnd();
    const record = { text, split: isSplit };
    lines = [];
    length = 0;
    return text === '' ? undefined : record;
  };
  const begin = (line: Line, split: boolean): void => {
    lines = [line.text];
    length = line.text.length;
    isSplit = split;
  };

  return {
    push(line) {
      if (begins(line.text)) {
        const before = flush();
        begin(line, line.split);
        return before;
      }
      if (lines.length === 0) return isBlank(line) ? undefined : line;
      if (length + line.text.length > maxLength) {
        isSplit = true;
        const before = flush();
        begin(line, true);
        return before;
      }
      lines.push(line.text);
      length += line.text.length + 1;
      isSplit = isSplit || line.split;
      return undefined;
    },
    end: flush,
  };
}

/** Puts lines together to records of several lines where a line `begins` one, else one line each. */
export function createRecordJoiner(
  begins: ((line: string) => boolean) | undefined,
  maxLength = MAX_LINE_BYTES,
): RecordJoiner {
  return begins === undefined ? oneLineEach : createJoiner(begins, maxLength);
}
