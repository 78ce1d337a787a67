import { pluralWords } from '../waveform/words';
import type { UnnamedSources } from './unnamed_sources';

/** A host, source or series that is silent at the end of a day, as it was stored. */
export interface SilentStream {
  readonly source: string;
  /** Null if it is not about one host. */
  readonly host: string | null;
  /** Null if it is not about one series. */
  readonly subtype: string | null;
  /** Its name for a reader: the host, the series in words, or the source. */
  readonly series_name: string;
  /** 0 on the day on which it fell silent, 1 in the first report. */
  readonly mornings: number;
  /** ISO 8601 in UTC. */
  readonly last_seen: string;
  readonly usual_per_day: number;
  /** Events on each of the last days, the day itself last; null if unknown. */
  readonly daily: readonly (number | null)[];
  /** How many streams are silent for the same cause. */
  readonly folded: number;
  readonly sentence: string;
}

type Stream = Pick<SilentStream, 'source' | 'host' | 'subtype'>;

/** A silence as every form of the report shows it. */
export interface ReportSilence {
  readonly source: string;
  readonly name: string;
  /** "Host of Syslog" */
  readonly kind: string;
  /** "New" on its first morning, "4 mornings" afterward. */
  readonly since: string;
  readonly sentence: string;
  readonly last_seen: string;
  readonly usual_per_day: number;
  readonly daily: readonly (number | null)[];
  /** A row of the findings is about the same series or source, so that it counts once. */
  readonly is_finding: boolean;
}

/** The title of the section of silences. Silent hours of a series are findings instead. */
export const SILENCES = 'Silent hosts, sources and series';

interface NamingOptions {
  readonly sourceNames: ReadonlyMap<string, string>;
  /** Sources whose series are not named; undefined for a report with all names. */
  readonly unnamed?: UnnamedSources;
}

/** A sentence that is to stand by itself. */
export function withCapital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

/** Words that go on a sentence. Names in them stay as they are, such as "Syslog (ECS)". */
export function withSmall(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}

/** What a silence is about, such as "host of Syslog"; null if its name, such as "A host of Syslog", says so. */
export function kindWords({ name, kind }: Pick<ReportSilence, 'name' | 'kind'>): string | null {
  const words = withSmall(kind);
  return name === `A ${words}` ? null : words;
}

function foldedWords(folded: number): string {
  if (folded === 0) return '';
  const are = folded === 1 ? 'is' : 'are';
  return ` With it ${pluralWords(folded, 'more stream')} ${are} silent.`;
}

/** Identifies a silence from one day to the next. */
export function silenceKey({ source, host, subtype }: Stream): string {
  return JSON.stringify(['silence', source, host, subtype]);
}

function namesOf(
  stream: SilentStream,
  { sourceNames, unnamed }: NamingOptions,
): Pick<ReportSilence, 'name' | 'kind'> {
  const { source, host, subtype } = stream;
  const ofSource = sourceNames.get(source) ?? source;
  if (host === null && subtype === null) return { name: ofSource, kind: 'Whole source' };
  const what = host === null ? 'series' : 'host';
  const isHidden = host === null ? unnamed?.has(source) === true : unnamed !== undefined;
  const name = isHidden ? `A ${what} of ${ofSource}` : stream.series_name;
  return { name, kind: `${withCapital(what)} of ${ofSource}` };
}

/**
 * A silence with its names, without those of hosts or people if they are to be left out.
 *
 * @param isFinding whether a row of the findings is about the same series or source
 */
export function reportSilence(
  stream: SilentStream,
  isFinding: boolean,
  options: NamingOptions,
): ReportSilence {
  const { source, mornings, sentence, folded, last_seen, usual_per_day, daily } = stream;
  return {
    source,
    ...namesOf(stream, options),
    since: mornings <= 1 ? 'New' : pluralWords(mornings, 'morning'),
    sentence: withCapital(sentence) + foldedWords(folded),
    last_seen,
    usual_per_day,
    daily,
    is_finding: isFinding,
  };
}
