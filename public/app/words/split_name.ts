/** The longest last word that is kept whole. */
const LONGEST_WORD = 16;
/** Of a longer one, this many characters. */
const KEPT = 10;

/**
 * A name in two parts, of which only the first is cut if there is little room, since names such as
 * "syslog program cron" and "syslog program sshd" differ at the end.
 *
 * @returns parts that together are the name; the first is empty if the name is one short word
 */
export function splitName(name: string): readonly [head: string, tail: string] {
  const trimmed = name.trimEnd();
  const word = trimmed.slice(trimmed.lastIndexOf(' ') + 1);
  if (word.length <= LONGEST_WORD) {
    return [name.slice(0, trimmed.length - word.length), name.slice(trimmed.length - word.length)];
  }
  const characters = Array.from(name);
  return [characters.slice(0, -KEPT).join(''), characters.slice(-KEPT).join('')];
}
