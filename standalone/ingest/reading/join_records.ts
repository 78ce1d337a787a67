import { createContinuation } from './continuation';
import { MAX_LINE_BYTES, type Line } from './split_lines';

/** What becomes one document: a line, or the joined lines of an alert or an entry. */
export type RawRecord = Line;

/** Takes lines as they come and returns the records that they complete. Empty lines make none. */
export interface RecordJoiner {
  push(line: Line): RawRecord | undefined;
  /** @param isWhole false if the file is cut off, so that a record of several lines may be, too */
  end(isWhole: boolean): RawRecord | undefined;
}

const isBlank = ({ text }: Line): boolean => text.trim() === '';

/** Joins lines, without the empty ones at the end. A single line stays as it is. */
function toRecord(lines: readonly Line[], split: boolean): RawRecord | undefined {
  const [first] = lines;
  if (first === undefined) return undefined;
  let end = lines.length;
  while (end > 1 && isBlank(lines[end - 1] ?? first)) end -= 1;
  if (end === 1 && first.split === split) return first;
  const text = lines.slice(0, end).map((line) => line.text);
  const last = lines[end - 1];
  return { ...last, text: text.join('\n'), split: split || lines.some((line) => line.split) };
}

/**
 * Joins lines to records: a line that `goesOn` belongs to the record before it. A record that grows
 * beyond the maximum size is split.
 *
 * @param told called for each line that begins a record, and for each that was added
 */
function createJoiner(
  goesOn: (line: Line) => boolean,
  told: { readonly begun: (text: string) => void; readonly added: (text: string) => void },
  keepsCutEnd: boolean,
  maxLength: number,
): RecordJoiner {
  let lines: Line[] = [];
  let length = 0;
  let isSplit = false;

  const flush = (): RawRecord | undefined => {
    const record = toRecord(lines, isSplit);
    lines = [];
    return record;
  };
  const add = (line: Line): void => {
    lines.push(line);
    length += line.text.length + 1;
  };

  return {
    push(line) {
      if (isBlank(line)) {
        if (lines.length > 0 && length < maxLength) add(line);
        return undefined;
      }
      const isMore = lines.length > 0 && goesOn(line);
      if (isMore) told.added(line.text);
      else told.begun(line.text);
      if (isMore && length + line.text.length <= maxLength) {
        add(line);
        return undefined;
      }
      isSplit ||= isMore;
      const before = flush();
      isSplit = isMore;
      length = 0;
      add(line);
      return before;
    },
    end: (isWhole) => (isWhole || keepsCutEnd ? flush() : undefined),
  };
}

/**
 * A record of `alerts.log`, or of an export of the journal, lasts from the line that begins it to
 * the next such line. Lines before the first, such as those of `alerts.json`, are records of their
 * own.
 */
function createBlockJoiner(begins: (line: string) => boolean, maxLength: number): RecordJoiner {
  let isBlock = false;
  const begun = (text: string): void => void (isBlock = begins(text));
  const goesOn = ({ text }: Line): boolean => isBlock && !begins(text);
  return createJoiner(goesOn, { begun, added: () => undefined }, false, maxLength);
}

/** Joins lines to records: from one line that `begins` one to the next, or line by line. */
export function createRecordJoiner(
  begins: ((line: string) => boolean) | undefined,
  maxLength = MAX_LINE_BYTES,
): RecordJoiner {
  if (begins !== undefined) return createBlockJoiner(begins, maxLength);
  const continuation = createContinuation();
  return createJoiner((line) => continuation.goesOn(line), continuation, true, maxLength);
}
