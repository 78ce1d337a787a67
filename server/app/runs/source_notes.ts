import type { Settings } from '../../../common/settings';
import type { Source } from '../../../common/sources';
import { countWords, pluralWords } from '../../../common/waveform/words';
import type { CountedSource } from '../counting';

/** Something of a source that a reader must know, in words without a full stop. */
export interface SourceNote {
  readonly source: Source['id'];
  readonly words: string;
}

/** What judging the series of a source could not do. */
interface NotJudged {
  /** Series that were not judged since hours are unknown. */
  readonly unknown: number;
  /** Hours of the day that are not over. */
  readonly openHours: number;
  readonly method: Settings['method'];
  /** Series never seen before: those that are findings, and those that are too many. */
  readonly newSeries: number;
  readonly newBeyond: number;
}

function unknownWords({ unknown, openHours, method }: NotJudged): string[] {
  if (unknown === 0) return [];
  const why =
    openHours > 0 ? `${pluralWords(openHours, 'hour')} of the day not over yet` : 'hours unknown';
  const need = method === 'talk' ? "; the talk's method needs a whole day" : '';
  return [`${pluralWords(unknown, 'series', 'series')} not judged, ${why}${need}`];
}

function manyNewWords({ newSeries, newBeyond }: NotJudged): string[] {
  if (newBeyond === 0) return [];
  const all = countWords(newSeries + newBeyond);
  const most = countWords(newSeries);
  return [
    `${all} series are new: the ${most} with the most events are findings, the others are listed only, and none of their documents is tagged`,
  ];
}

function wordsOn(
  { subtype_fields: fields }: Source,
  { notes, tested }: CountedSource,
  notJudged: NotJudged,
): string[] {
  if (tested.state === 'unknown') return [...notes, `not judged, ${tested.reason}`];
  const lacking = tested.counts.without_subtype;
  const without = `${pluralWords(lacking, 'document')} without ${fields.join(' or ')}, in no series`;
  return [
    ...notes,
    ...(lacking > 0 ? [without] : []),
    ...unknownWords(notJudged),
    ...manyNewWords(notJudged),
  ];
}

/** What is to be known of a source that was counted and judged. */
export function notesOn(
  source: Source,
  counted: CountedSource,
  notJudged: NotJudged,
): SourceNote[] {
  return wordsOn(source, counted, notJudged).map((words) => ({ source: source.id, words }));
}

/** One sentence a note; what holds for several sources is said once: "syslog, ossec: not judged, …". */
export function sentencesOf(notes: readonly SourceNote[]): string[] {
  const sources = new Map<string, Set<string>>();
  for (const { source, words } of notes) {
    sources.set(words, (sources.get(words) ?? new Set()).add(source));
  }
  return [...sources].map(([words, ids]) => `${[...ids].join(', ')}: ${words}`);
}
