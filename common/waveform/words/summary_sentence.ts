import { greatest } from '../../lists';
import type { Day } from '../../time';
import { silentCounts, silentNames, type SilentThing } from './silent_words';
import { clockWords, countWords, dateWords, pluralWords } from './words';

/** What series were compared with, in words. */
export interface SeriesBasis {
  readonly basis: string;
  readonly series: number;
}

/** A source that was silent as a whole in some hours of the day. */
export interface SilentSource {
  readonly name: string;
  /** The hour after its last event, 0 to 24: 0 if it had none. */
  readonly since: number;
  /** It was still silent when the day, or its known part, ended. */
  readonly is_to_the_end: boolean;
}

/** Where a day without any document is among the days that have some. */
export type NoLogs =
  | { readonly place: 'before'; readonly first: Day }
  | { readonly place: 'after'; readonly last: Day }
  | { readonly place: 'between' | 'unknown' };

/** The numbers of a day. Each is a sum over the rows of the page. */
export interface DayFound {
  readonly series: number;
  readonly unusual: number;
  /** How many incidents the unusual series are; absent if that is not known. */
  readonly incidents?: number | undefined;
  /** Unusual series without a judgment; absent if there is no judgment on the day. */
  readonly unjudged?: number | undefined;
  readonly not_judged: number;
  /** Series that are unusual, but below the minimums of the settings. */
  readonly below_floor: number;
  /** One for each finding about a whole source. */
  readonly silent: readonly SilentSource[];
  /** What else was silent when the day ended, without a finding; absent if that is not known. */
  readonly silences?: readonly SilentThing[] | undefined;
  /** Of what it is not known whether it was silent: "the hosts of app"; absent if all is known. */
  readonly not_known?: string | undefined;
  /** Sources that have series, and have or had events: what "any source" means. */
  readonly sources: number;
  /** Present if no source has a document of the day. */
  readonly no_logs?: NoLogs | undefined;
  /** That its analysis did not come to its end; null or absent if it did. */
  readonly unended?: string | null | undefined;
}

/** The facts for the one sentence about a day. */
export interface DaySummary extends DayFound {
  /** Documents of the day that have a tag; null if nothing was to be tagged. */
  readonly tagged: number | null;
  /** Whether `tagged` counts a document once for each of its tags. */
  readonly tagged_at_most: boolean | undefined;
  /** How many more documents may have a tag or not; undefined if there are none. */
  readonly tagged_unsettled: number | undefined;
  /** What a reader should know about the day, with details below. */
  readonly notes: number;
  /** What the assessed series were compared with, in words, and how many with each. */
  readonly bases: readonly SeriesBasis[];
}

/** Adds up what series were compared with, the most frequent first; equal ones by name. */
export function basesOf(bases: Iterable<SeriesBasis>): SeriesBasis[] {
  const counts = new Map<string, number>();
  for (const { basis, series } of bases) counts.set(basis, (counts.get(basis) ?? 0) + series);
  const all = [...counts].map(([basis, series]) => ({ basis, series }));
  return all.sort((a, b) => b.series - a.series || (a.basis < b.basis ? -1 : 1));
}

/** "Compared with 4 earlier Wednesdays." or "Mostly compared with …" if series differ. */
function comparedWords(bases: readonly SeriesBasis[]): string[] {
  const [most, ...others] = basesOf(bases);
  if (most === undefined) return [];
  const isAll = others.length === 0;
  // Not "the last": a day among them may be left out, or unknown.
  const basis = most.basis.replace(/^[\d,]+ /, '$&earlier ');
  return [`${isAll ? 'Compared' : 'Mostly compared'} with ${basis}.`];
}

/** Everything that was silent: sources with a finding, then what has none. */
function silentIn({ silent, silences = [] }: DayFound): SilentThing[] {
  return [...silent.map(({ name }) => ({ kind: 'source' as const, name })), ...silences];
}

/** "1 source and 1 host silent: OSSEC, web2.", "1 host silent."; none if nothing was. */
function silencesSentence(found: DayFound): string[] {
  const things = silentIn(found);
  if (things.length === 0) return [];
  const names = silentNames(things);
  return [`${silentCounts(things)} silent${names === '' ? '' : `: ${names}`}.`];
}

/** "Not known whether silent: the hosts of app."; none if all is known. */
function notKnownSentence({ not_known: words }: Pick<DayFound, 'not_known'>): string[] {
  return words === undefined ? [] : [`Not known whether silent: ${words}.`];
}

/**
 * A summary that says of something else that it is not known whether it is silent.
 *
 * @param words what the summary says of it
 * @param others what it is to say; null for nothing
 */
export function withNotKnown(summary: string, words: string, others: string | null): string {
  const [said = ''] = notKnownSentence({ not_known: words });
  const [now = ''] = notKnownSentence({ not_known: others ?? undefined });
  return summary
    .split(said)
    .map((part) => part.trim())
    .join(now === '' ? ' ' : ` ${now} `)
    .trim();
}

/** ", 3 not yet judged"; empty if no finding of the day has been judged. */
function judgedWords(unjudged: number | undefined): string {
  if (unjudged === undefined) return '';
  return unjudged === 0 ? ', all judged' : `, ${countWords(unjudged)} not yet judged`;
}

/** " (6 incidents)" if several series show the same; empty if all incidents are single findings. */
function incidentWords({ incidents, unusual }: DayFound): string {
  if (incidents === undefined || incidents >= unusual) return '';
  return ` (${pluralWords(incidents, 'incident')})`;
}

function isUnended({ unended = null }: DayFound): boolean {
  return unended !== null;
}

/** A day without logs on which that is not a finding: nothing is learned of days before it. */
function emptyDay({ silent, unusual, no_logs: noLogs }: DayFound): NoLogs | undefined {
  return silent.length === 0 && unusual === 0 ? noLogs : undefined;
}

function noLogsWords(noLogs: NoLogs): string {
  switch (noLogs.place) {
    case 'before':
      return `No logs for this day: the first are from ${dateWords(noLogs.first)}.`;
    case 'after':
      return `No logs for this day: the last are from ${dateWords(noLogs.last)}.`;
    case 'between':
      return 'No logs for this day, although there are logs before and after it.';
    case 'unknown':
      return 'No logs for this day.';
  }
}

/** What was found among the series that could be assessed. */
function seriesSentence(found: DayFound): string[] {
  const { series, unusual, unjudged, not_judged, below_floor } = found;
  const isSilent = silentIn(found).length > 0;
  const all = pluralWords(series, 'series', 'series');
  // Findings of an earlier analysis stay, though the series of their source are unknown now.
  if (unusual > series) return [`${pluralWords(unusual, 'series', 'series')} unusual.`];
  if (unusual > 0) {
    const said = `${incidentWords(found)}${judgedWords(unjudged)}`;
    return [`${countWords(unusual)} of ${all} unusual${said}.`];
  }
  if (series === 0) return isSilent || isUnended(found) ? [] : ['No series to assess.'];
  if (not_judged >= series) return [`None of ${all} could be assessed.`];
  if (not_judged > 0) {
    const assessed = pluralWords(series - not_judged, 'series', 'series');
    return [`No finding in the ${assessed} that could be assessed.`];
  }
  // Series below a minimum are unusual all the same.
  const isQuiet = below_floor === 0 && !isSilent && !isUnended(found);
  return [isQuiet ? `Nothing unusual in ${all}.` : `No finding in ${all}.`];
}

function heldBackSentences(found: DayFound): string[] {
  if (emptyDay(found) !== undefined) return [];
  const { series, not_judged, below_floor, unusual } = found;
  const minimums = below_floor === 1 ? 'its minimum' : 'their minimums';
  const isTold = not_judged === 0 || (not_judged >= series && unusual === 0);
  return [
    ...(isTold ? [] : [`${countWords(not_judged)} not assessed.`]),
    ...(below_floor === 0 ? [] : [`${countWords(below_floor)} below ${minimums}.`]),
  ];
}

/** "Also silent: 1 host (web2).", "Also silent: 1 host."; none if nothing has no finding. */
function alsoSilentSentence({ silences = [] }: DayFound): string[] {
  if (silences.length === 0) return [];
  const names = silentNames(silences);
  return [`Also silent: ${silentCounts(silences)}${names === '' ? '' : ` (${names})`}.`];
}

/**
 * "No logs from any source since 00:00; nothing could be assessed. Also silent: 1 host (web2)." What
 * had been silent before has no finding of the day, and is counted all the same.
 */
function allSilentSentences(found: DayFound): string[] {
  const since = clockWords(greatest(found.silent.map((source) => source.since)));
  const none = `No logs from any source since ${since}`;
  const also = alsoSilentSentence(found);
  if (found.not_judged >= found.series) return [`${none}; nothing could be assessed.`, ...also];
  return [`${none}.`, ...also, ...seriesSentence(found)];
}

/**
 * What was found, including what is silent: "5 of 42 series unusual.", "1 source silent: OSSEC. No
 * finding in the 36 series that could be assessed.", "1 host silent: web2. 1 of 44 series
 * unusual.", "3 findings: 1 source silent (OSSEC), and 2 of 45 series unusual.". The numbers are
 * those of the flagged rows.
 */
function foundSentences(found: DayFound): string[] {
  const { silent, silences = [], sources, unusual } = found;
  const noLogs = emptyDay(found);
  if (noLogs !== undefined) {
    return [noLogsWords(noLogs), ...silencesSentence(found), 'Nothing could be assessed.'];
  }
  const isStopped = silent.length > 0 && silent.length >= sources;
  const isAll = isStopped && silent.every((source) => source.is_to_the_end);
  if (isAll && unusual === 0) return allSilentSentences(found);
  if (silent.length === 0 || silences.length > 0 || unusual === 0) {
    return [...silencesSentence(found), ...seriesSentence(found)];
  }
  const things = silentIn(found);
  const all = countWords(things.length + unusual);
  const [ofSeries = ''] = seriesSentence(found);
  return [
    `${all} findings: ${silentCounts(things)} silent (${silentNames(things)}), and ${ofSeries}`,
  ];
}

/**
 * "131 documents tagged." or, if there are too many to find those that two sources tagged, "At most
 * …". If answers were lost: "131 documents tagged, and up to 20 more: analyze the day with tagging, or
 * untag it, to find out." An analysis without tagging does not ask.
 */
function taggedWords(summary: DaySummary): string[] {
  const { tagged, tagged_at_most: isMost = false, tagged_unsettled: unsettled = 0 } = summary;
  if (tagged === null) return [];
  const words = `${isMost ? 'At most ' : ''}${pluralWords(tagged, 'document')} tagged`;
  if (unsettled === 0) return [`${words}.`];
  const more = `up to ${countWords(unsettled)} more`;
  return [`${words}, and ${more}: analyze the day with tagging, or untag it, to find out.`];
}

/**
 * The one sentence about a day, on the page, in the command line and in the API: "5 of 42 series
 * unusual. 131 documents tagged. Compared with 4 earlier Wednesdays." It says that nothing is
 * unusual only if all series were assessed and no row is flagged, and names a day without logs. Of
 * a day whose analysis did not come to its end, it says that first. Of hosts and sources that were not
 * watched, it says that their silence is not known.
 */
export function summarySentence(summary: DaySummary): string {
  const { notes, bases, unended = null } = summary;
  const below = notes === 0 ? [] : [`${pluralWords(notes, 'note')} about this run.`];
  return [
    ...(unended === null ? [] : [unended]),
    ...foundSentences(summary),
    ...notKnownSentence(summary),
    ...heldBackSentences(summary),
    ...taggedWords(summary),
    ...comparedWords(bases),
    ...below,
  ].join(' ');
}
