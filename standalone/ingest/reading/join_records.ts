import { beginsOssecAlert } from '../parsing/parse_ossec_log';
import { MAX_LINE_BYTES, type Line } from './split_lines';

/** What becomes one document: a line, or the joined lines of an alert. */
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
 * Joins the lines of `alerts.log`: an alert lasts from its `** Alert` line to the next one, without
 * the empty lines at its end. Lines before the first alert, such as those of `alerts.json`, stand
 * for themselves. An alert that grows beyond what is kept in one piece is split.
 */
function createAlertJoiner(maxLength: number): RecordJoiner {
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
      if (beginsOssecAlert(line.text)) {
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

/** Puts lines together to records: alerts of several lines where `joins`, else one line each. */
export function createRecordJoiner(joins: boolean, maxLength = MAX_LINE_BYTES): RecordJoiner {
  return joins ? createAlertJoiner(maxLength) : oneLineEach;
}
