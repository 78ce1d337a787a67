/** A piece of a line. */
export interface LinePart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Marking a single letter or digit would mark half of the line. */
const LEAST_LENGTH = 2;
const LETTER = /[\p{L}\p{N}]/u;

/** Whether a position is between two letters, inside a word. */
function isInsideWord(line: string, at: number): boolean {
  return LETTER.test(line.charAt(at - 1)) && LETTER.test(line.charAt(at));
}

/**
 * Cuts a line where a value occurs as a whole word, so that it can be marked. The parts are text
 * and stay text.
 */
export function markedParts(line: string, value: string): LinePart[] {
  const parts: LinePart[] = [];
  let from = 0;
  let at = value.length < LEAST_LENGTH ? -1 : line.indexOf(value);
  while (at >= 0) {
    const end = at + value.length;
    const isWord = !isInsideWord(line, at) && !isInsideWord(line, end);
    if (isWord) {
      if (at > from) parts.push({ text: line.slice(from, at), isMarked: false });
      parts.push({ text: value, isMarked: true });
      from = end;
    }
    at = line.indexOf(value, end);
  }
  return from < line.length || parts.length === 0
    ? [...parts, { text: line.slice(from), isMarked: false }]
    : parts;
}
