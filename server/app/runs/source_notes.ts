import type { Settings } from '../../../common/settings';
import type { Source } from '../../../common/sources';
import { countWords, pluralWords } from '../../../common/waveform/words';
import type { CountedSource } from '../counting';

/** Something that a reader should know about a source, in words without a final period. */
export interface SourceNote {
  readonly source: Source['id'];
  readonly words: string;
}

/** What was not possible when the series of a source were assessed. */
interface NotAssessed {
  /** Series that were not assessed because hours are unknown. */
  readonly unknown: number;
  /** Hours of the day that are not over. */
  readonly openHours: number;
  readonly method: Settings['method'];
  /** New series: those that are findings, and those that are too many. */
  readonly newSeries: number;
  readonly newBeyond: number;
  /** The effect of calendars on the day. */
  readonly calendar: readonly string[];
}

function unknownWords({ unknown, openHours, method }: NotAssessed): string[] {
  if (unknown === 0) return [];
  const why =
    openHours > 0 ? `${pluralWords(openHours, 'hour')} of the day not over yet` : 'hours unknown';
  const need = method === 'talk' ? "; the talk's method needs a whole day" : '';
  return [`${pluralWords(unknown, 'series', 'series')} not assessed, ${why}${need}`];
}

function manyNewWords({ newSeries, newBeyond }: NotAssessed): string[] {
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
  notAssessed: NotAssessed,
): string[] {
  if (tested.state === 'unknown') return [...notes, `not assessed, ${tested.reason}`];
  const lacking = tested.counts.without_subtype;
  const without = `${pluralWords(lacking, 'document')} without ${fields.join(' or ')}, in no series`;
  return [
    ...notes,
    ...notAssessed.calendar,
    ...(lacking > 0 ? [without] : []),
    ...unknownWords(notAssessed),
    ...manyNewWords(notAssessed),
  ];
}

/** What a reader should know about a source that was counted and assessed. */
export function notesOn(
  source: Source,
  counted: CountedSource,
  notAssessed: NotAssessed,
): SourceNote[] {
  return wordsOn(source, counted, notAssessed).map((words) => ({ source: source.id, words }));
}

/**
 * One sentence for each note. A note that applies to several sources is written once: "syslog,
 * ossec: not assessed, …".
 */
export function sentencesOf(notes: readonly SourceNote[]): string[] {
  const sources = new Map<string, Set<string>>();
  for (const { source, words } of notes) {
    sources.set(words, (sources.get(words) ?? new Set()).add(source));
  }
  return [...sources].map(([words, ids]) => `${[...ids].join(', ')}: ${words}`);
}
