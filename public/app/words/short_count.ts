import { localNumbers } from './formats';
import { countWords } from './number_words';

const UNITS = [
  { size: 1e9, sign: 'G' },
  { size: 1e6, sign: 'M' },
  { size: 1e3, sign: 'k' },
] as const;

/**
 * A whole count with separators, or three digits and a unit if that would be too long for its
 * column: "122,345", "1.23M".
 *
 * @param longest the largest count that is written in full
 */
export function shortCount(count: number, longest: number): string {
  const unit = UNITS.find(({ size }) => count >= size);
  if (count <= longest || unit === undefined) return countWords(count);
  return localNumbers(`${Number((count / unit.size).toPrecision(3))}${unit.sign}`);
}
