import { countWords, pluralWords } from './words';

/** What the one sentence about a day is made of; each number is a sum over the rows of the page. */
export interface DaySummary {
  readonly series: number;
  readonly unusual: number;
  readonly not_judged: number;
  /** Series that are unusual, but less than the settings ask for. */
  readonly below_floor: number;
  /**
   * Tags of the day's findings, one for each document and source that found it; null where nothing
   * was to be tagged.
   */
  readonly tagged: number | null;
  /** What a reader should know of the day, and finds below. */
  readonly notes: number;
  /** What each assessed series was compared with, in words. */
  readonly bases: readonly string[];
}

/** The words that stand most often; of equals the first. */
function commonest(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0];
}

/** "Compared with the last 4 Wednesdays." or "Mostly compared with …" where series differ. */
function comparedWords(bases: readonly string[]): string[] {
  const most = commonest(bases);
  if (most === undefined) return [];
  const isAll = bases.every((basis) => basis === most);
  return [`${isAll ? 'Compared' : 'Mostly compared'} with the last ${most}.`];
}

/** "5 of 42 series unusual.", "Nothing unusual in 42 series.", "No series to assess." */
export function foundSentence(series: number, unusual: number): string {
  const all = pluralWords(series, 'series', 'series');
  if (unusual > 0) return `${countWords(unusual)} of ${all} unusual.`;
  return series === 0 ? 'No series to assess.' : `Nothing unusual in ${all}.`;
}

/** "3 not assessed. 2 below their minimums."; none of either is not said. */
export function heldBackSentences(notAssessed: number, belowFloor: number): string[] {
  const minimums = belowFloor === 1 ? 'its minimum' : 'their minimums';
  return [
    ...(notAssessed === 0 ? [] : [`${countWords(notAssessed)} not assessed.`]),
    ...(belowFloor === 0 ? [] : [`${countWords(belowFloor)} below ${minimums}.`]),
  ];
}

/**
 * The one sentence about a day: "5 of 42 series unusual. 131 tags on documents. Compared with the last 4
 * Wednesdays." Where nothing was found it says so, and never only that: it also counts what was
 * skipped.
 */
export function summarySentence(summary: DaySummary): string {
  const { series, unusual, tagged, notes, bases } = summary;
  const tags = tagged === null ? [] : [`${pluralWords(tagged, 'tag')} on documents.`];
  const below = notes === 0 ? [] : [`${pluralWords(notes, 'note')} about this run.`];
  return [
    foundSentence(series, unusual),
    ...heldBackSentences(summary.not_judged, summary.below_floor),
    ...tags,
    ...comparedWords(bases),
    ...below,
  ].join(' ');
}
