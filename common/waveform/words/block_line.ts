/** Nothing, then eighths of a line's height. */
const ZERO = '·';
const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const UNKNOWN = '?';

/**
 * Counts as a line of block characters, from zero to `top`: a sparkline for a terminal.
 *
 * @param counts one an hour; null if unknown
 * @param top the count that fills a character's height, above 0
 * @param width characters an hour
 */
export function blockLine(counts: readonly (number | null)[], top: number, width: number): string {
  const blockOf = (count: number | null): string => {
    if (count === null) return UNKNOWN;
    if (count <= 0) return ZERO;
    const eighth = Math.min(Math.ceil((count / top) * BLOCKS.length), BLOCKS.length);
    return BLOCKS[eighth - 1] ?? ZERO;
  };
  return counts.map((count) => blockOf(count).repeat(width)).join('');
}
