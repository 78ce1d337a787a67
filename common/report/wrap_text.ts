/** Characters that control a terminal, or change the direction of text. */
const STEERING = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text from logs that is safe in a terminal: control characters are written as codes, so that no
 * log line can clear the screen or hide a line.
 */
export function visible(text: string): string {
  return text.replace(STEERING, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

/** A word in pieces that fit the available width. */
function pieces(word: string, space: number): string[] {
  const characters = [...word];
  const count = Math.max(1, Math.ceil(characters.length / space));
  return Array.from({ length: count }, (_, place) =>
    characters.slice(place * space, (place + 1) * space).join(''),
  );
}

/**
 * Breaks a line between words so that it fits the width. A longer word is broken if necessary.
 *
 * @param width in characters, including the indent
 */
export function wrapText(text: string, indent: string, width: number): string[] {
  const lines: string[] = [];
  let line = indent;
  const words = visible(text).trim().split(' ');
  for (const word of words.flatMap((one) => pieces(one, width - indent.length))) {
    const isFull = line.length + word.length + 1 > width && line !== indent;
    if (isFull) lines.push(line);
    line = isFull || line === indent ? `${indent}${word}` : `${line} ${word}`;
  }
  return [...lines, line];
}
