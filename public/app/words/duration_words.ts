import { countWords, decimalWords } from './number_words';

/** "0.4 s", "41 s", "3 min". */
export function durationWords(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 9.95) return `${decimalWords(seconds, 1)} s`;
  return seconds < 120 ? `${countWords(seconds)} s` : `${countWords(seconds / 60)} min`;
}
