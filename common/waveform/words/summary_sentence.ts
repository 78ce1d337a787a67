import { countWords, pluralWords } from './words';

/** What series were compared with, in words. */
export interface SeriesBasis {
  readonly basis: string;
  readonly series: number;
}

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
  /** What the assessed series were compared with, in words, and how many with each. */
  readonly bases: readonly SeriesBasis[];
}

/** Adds up what series were compared with, the most frequent first; of equals the first by name. */
export function basesOf(bases: Iterable<SeriesBasis>): SeriesBasis[] {
  const counts = new Map<string, number>();
  for (const { basis, series } of bases) counts.set(basis, (counts.get(basis) ?? 0) + series);
  const all = [...counts].map(([basis, series]) => ({ basis, series }));
  return all.sort((a, b) => b.series - a.series || (a.basis < b.basis ? -1 : 1));
}

/** "Compared with the last 4 Wednesdays." or "Mostly compared with …" where series differ. */
function comparedWords(bases: readonly SeriesBasis[]): string[] {
  const [most, ...others] = basesOf(bases);
  if (most === undefined) return [];
  const isAll = others.length === 0;
  return [`${isAll ? 'Compared' : 'Mostly compared'} with the last ${most.basis}.`];
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
