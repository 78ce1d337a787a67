/** Characters that steer a terminal, or turn the direction of writing. */
const STEERING = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text from logs as a terminal may show it: what would steer the terminal is written as its code,
 * so that no log can clear the screen or hide a line.
 */
export function visible(text: string): string {
  return text.replace(STEERING, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

/** A word in pieces that are no longer than the space there is. */
function pieces(word: string, space: number): string[] {
  const characters = [...word];
  const count = Math.max(1, Math.ceil(characters.length / space));
  return Array.from({ length: count }, (_, place) =>
    characters.slice(place * space, (place + 1) * space).join(''),
  );
}

/**
 * Breaks a line between words so that it fits the width; a longer word is broken where it must.
 *
 * @param width in characters, the indent included
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
