import type { Settings } from '../../common/settings/settings';
import type { Source } from '../../common/sources/source';
import { pluralWords } from '../../common/waveform/words';
import type { CountedSource } from './analyze_day';

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
}

function unknownWords({ unknown, openHours, method }: NotJudged): string[] {
  if (unknown === 0) return [];
  const why =
    openHours > 0 ? `${pluralWords(openHours, 'hour')} of the day not over yet` : 'hours unknown';
  const need = method === 'talk' ? "; the talk's method needs a whole day" : '';
  return [`${pluralWords(unknown, 'series', 'series')} not judged, ${why}${need}`];
}

function wordsOn(
  { subtype_fields: fields }: Source,
  { notes, tested }: CountedSource,
  notJudged: NotJudged,
): string[] {
  if (tested.state === 'unknown') return [...notes, `not judged, ${tested.reason}`];
  const lacking = tested.counts.without_subtype;
  const without = `${pluralWords(lacking, 'document')} without ${fields.join(' or ')}, in no series`;
  return [...notes, ...(lacking > 0 ? [without] : []), ...unknownWords(notJudged)];
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
