import type { ApiFinding, RowFinding } from '../api';
import type { DayAnswer, NotAssessed, ReportSeries } from './day_answer';
import { judgedWords } from './judged_words';
import type { SparklineData } from '../charts';
import { reportSilence, type ReportSilence, silenceKey } from './silent_streams';
import { weekdayOf, type Day } from '../time';
import { unnamedHeadline } from './unnamed_headline';
import { chartTop, usualTotal } from '../waveform/hours';
import {
  changeWords,
  dateWords,
  isAmongFindings,
  pluralWords,
  verdictWords,
  weekdayWords,
} from '../waveform/words';

export interface ReportOptions {
  /** The address of the page for this day; null if it is not known. */
  readonly link: string | null;
  /** Names of the sources, by id. */
  readonly sourceNames: ReadonlyMap<string, string>;
  /**
   * Sources whose series are not named because their subtypes name hosts or people; undefined for a
   * report with all names.
   */
  readonly unnamed?: ReadonlySet<string>;
}

/** A finding as every form of the report shows it. */
export interface ReportRow {
  readonly source: string;
  readonly name: string;
  /** Empty if the name says the same. */
  readonly code: string;
  readonly verdict: RowFinding['verdict'];
  /** "More." */
  readonly verdict_words: string;
  /** "3.6×", "+3 h"; empty if no number describes it. */
  readonly change: string;
  readonly sentence: string;
  readonly surprise: number | null;
  readonly count: number;
  readonly usual: number | null;
  readonly hours: readonly number[];
  /** Findings of one incident share it; null in findings of older versions. */
  readonly incident: string | null;
  /** Its series is muted, so it is shown in gray. */
  readonly is_muted: boolean;
  /** The silence of the same series or source at the end of the day; null if it has none. */
  readonly silence: ReportSilence | null;
  /** The other views of its incident, which are not rows of their own. */
  readonly views: readonly ReportRow[];
  readonly drawing: SparklineData;
}

/** What a report says about a day, in its order. */
export interface DayReport {
  readonly day: Day;
  readonly zone: string;
  readonly run_id: string;
  readonly status: string;
  /** "Wednesday 1 April 2015" */
  readonly title: string;
  readonly headline: string;
  /** Hosts, sources and series that stopped, until they send events again. */
  readonly silences: readonly ReportSilence[];
  /** Series and sources that were silent in hours of the day, or are silent at its end. */
  readonly silent: readonly ReportRow[];
  readonly unusual: readonly ReportRow[];
  readonly not_assessed: readonly NotAssessed[];
  readonly notes: readonly string[];
  /** One line of figures. */
  readonly figures: string;
  readonly link: string | null;
}

type Counts = readonly (number | null)[];

function sum(counts: Counts): number {
  return counts.reduce<number>((total, count) => total + (count ?? 0), 0);
}

function flagsOf({ verdict, hours, runs, shift }: RowFinding): SparklineData['flags'] {
  return { verdict, hours, runs, due: shift?.due ?? [] };
}

interface RowOptions extends ReportOptions {
  /** The silence that a finding and its row include. */
  readonly silenceOf: (finding: RowFinding) => ReportSilence | undefined;
}

function rowOf(
  finding: RowFinding,
  drawn: Omit<SparklineData, 'flags'>,
  { unnamed, silenceOf }: RowOptions,
): ReportRow {
  const silence = silenceOf(finding);
  // Values and other series name hosts and people.
  const sentence = unnamed === undefined ? finding.explained : finding.sentence;
  const { source, subtype, series_name: name, series_code: code, verdict, hours } = finding;
  return {
    source,
    name,
    code: name === code ? '' : code,
    verdict,
    verdict_words: verdictWords(verdict),
    change: subtype === null ? '' : changeWords(finding),
    sentence: silence === undefined ? sentence : `${sentence} ${silence.sentence}`,
    surprise: finding.surprise,
    count: sum(drawn.today),
    usual: drawn.usual === null ? null : usualTotal(drawn.today, drawn.usual),
    hours,
    incident: finding.incident,
    is_muted: false,
    silence: silence ?? null,
    views: [],
    drawing: { ...drawn, flags: flagsOf(finding) },
  };
}

function rowOfSeries(
  series: ReportSeries,
  lengths: readonly number[],
  options: RowOptions,
): ReportRow[] {
  const { finding, today, usual, inner, outer, top } = series;
  if (finding === null) return [];
  const row = rowOf(finding, { today, usual, inner, outer, top, lengths }, options);
  const sentence = `${row.sentence}${judgedWords(series, options.unnamed === undefined)}`;
  return [{ ...row, sentence, is_muted: series.mute !== null }];
}

function rowOfSource(
  finding: ApiFinding,
  lengths: readonly number[],
  options: RowOptions,
): ReportRow {
  const { today, usual_day: usual } = finding;
  const top = chartTop([...today.map((count) => count ?? 0), ...(usual ?? [])]);
  return rowOf(finding, { today, usual, inner: null, outer: null, top, lengths }, options);
}

function notAssessedIn(series: readonly ReportSeries[]): NotAssessed[] {
  const groups = new Map<string, NotAssessed>();
  for (const { state, source, reason } of series) {
    if (state !== 'not_judged') continue;
    const why = reason ?? '';
    const key = JSON.stringify([source, why]);
    const before = groups.get(key)?.series ?? 0;
    groups.set(key, { source, series: before + 1, reason: why });
  }
  return [...groups.values()];
}

/** "4 of 5 sources had events", "none of 5 sources had events". */
function heardWords(spoke: number, results: number): string {
  const all = pluralWords(results, 'source');
  if (results === 1) return spoke === 1 ? 'its 1 source had events' : 'its 1 source had no events';
  if (spoke === results) return `all ${all} had events`;
  return `${spoke === 0 ? 'none' : spoke} of ${all} had events`;
}

/**
 * "12,345 events in 42 series; 4 of 5 sources had events." A source without a document of the day
 * was read, and had none.
 */
function figuresOf({ run, head }: DayAnswer): string {
  const results = run.source_results;
  const spoke = results.filter(({ documents }) => documents > 0).length;
  const unread = results.filter(
    ({ state, is_absent: isAbsent }) => state === 'unknown' && isAbsent !== true,
  ).length;
  const parts = [
    `${pluralWords(head.events, 'event')} in ${pluralWords(head.series_total, 'series', 'series')}`,
    heardWords(spoke, results.length),
    ...(unread > 0 ? [`${pluralWords(unread, 'source')} could not be read`] : []),
    ...(head.series_below_floor > 0
      ? [`${pluralWords(head.series_below_floor, 'series', 'series')} below a minimum`]
      : []),
  ];
  return `${parts.join('; ')}.`;
}

function isQuiet({ run, head, source_findings: ofSources, silences = [] }: DayAnswer): boolean {
  const { series_total: series, series_unusual: unusual, series_below_floor: below } = head;
  const isWhole = run.status === 'analyzed' && head.series_not_judged === 0 && series > 0;
  return isWhole && unusual + below + ofSources.length + silences.length === 0;
}

/** The sentence of the page. On a day without any finding, gap or silence, it says so. */
function headlineOf(answer: DayAnswer, { unnamed }: ReportOptions): string {
  const results = answer.run.source_results;
  const isHeard = results.every(({ state, documents }) => state === 'judged' && documents > 0);
  if (!isQuiet(answer) || !isHeard) {
    return unnamed === undefined ? answer.head.summary : unnamedHeadline(answer);
  }
  const series = pluralWords(answer.head.series_total, 'series', 'series');
  const sources = results.length === 1 ? 'its source' : `all ${results.length} sources`;
  return `Nothing unusual in ${series}; ${sources} had events.`;
}

/** The row of a series without its name. Sources keep theirs. */
function withoutName(row: ReportRow, { unnamed, sourceNames }: ReportOptions): ReportRow {
  if (unnamed?.has(row.source) !== true) return row;
  return { ...row, name: `A series of ${sourceNames.get(row.source) ?? row.source}`, code: '' };
}

/**
 * A row for each incident, with its other views below. The first finding of the incident is the
 * row.
 */
function asIncidents(rows: readonly ReportRow[]): ReportRow[] {
  const views = new Map<string, ReportRow[]>();
  const heads: ReportRow[] = [];
  for (const row of rows) {
    const known = row.incident === null ? undefined : views.get(row.incident);
    if (known === undefined) heads.push(row);
    else known.push(row);
    if (row.incident !== null && known === undefined) views.set(row.incident, []);
  }
  return heads.map((row) => ({ ...row, views: views.get(row.incident ?? '') ?? [] }));
}

/** The findings that are rows of their own: the first of each incident. */
function headsOf({ source_findings: ofSources, series }: DayAnswer): RowFinding[] {
  const seen = new Set<string>();
  const all = [...ofSources, ...series.flatMap(({ finding }) => finding ?? [])];
  return all.filter(({ incident }) => {
    if (incident === null) return true;
    const isFirst = !seen.has(incident);
    seen.add(incident);
    return isFirst;
  });
}

/** What was silent at the end of the day, and what of it a finding includes. */
function silencesOf(answer: DayAnswer, options: ReportOptions) {
  const isFinding = isAmongFindings(headsOf(answer));
  const included = new Map<string, ReportSilence>();
  const silences = (answer.silences ?? []).map((stream) => {
    const silence = reportSilence(stream, isFinding(stream), options);
    if (silence.is_finding) included.set(silenceKey(stream), silence);
    return silence;
  });
  const silenceOf = ({ source, subtype }: RowFinding): ReportSilence | undefined =>
    included.get(silenceKey({ source, host: null, subtype }));
  return { silences, silenceOf };
}

function isSilent({ verdict, silence }: ReportRow): boolean {
  return verdict === 'silent' || silence !== null;
}

/**
 * The report of an analyzed day: what is silent, what is unusual, what could not be assessed, and
 * one line of figures. Rows keep the order of the answer: sources first, then the most surprising.
 */
export function dayReport(answer: DayAnswer, options: ReportOptions): DayReport {
  const { run, head } = answer;
  const lengths = head.columns.map(({ length }) => length);
  const { silences, silenceOf } = silencesOf(answer, options);
  const ofRows = { ...options, silenceOf };
  const rows = [
    ...answer.source_findings.map((finding) => rowOfSource(finding, lengths, ofRows)),
    ...answer.series
      .flatMap((series) => rowOfSeries(series, lengths, ofRows))
      .map((row) => withoutName(row, options)),
  ];
  const incidents = asIncidents(rows);
  const { left_out: notes } = run;
  const notAssessed = answer.not_assessed ?? notAssessedIn(answer.series);
  return {
    day: head.day,
    zone: head.zone,
    run_id: run.run_id,
    status: run.status,
    title: `${weekdayWords(weekdayOf(head.day))} ${dateWords(head.day)}`,
    headline: headlineOf(answer, options),
    silences,
    silent: incidents.filter(isSilent),
    unusual: incidents.filter((row) => !isSilent(row)),
    not_assessed: notAssessed.map((group) => ({
      ...group,
      source: options.sourceNames.get(group.source) ?? group.source,
    })),
    notes: options.unnamed === undefined || notes.length === 0 ? notes : [notesHidden(notes)],
    figures: figuresOf(answer),
    link: options.link,
  };
}

/** Notes name indices, hosts and users. */
function notesHidden(notes: readonly string[]): string {
  return `${pluralWords(notes.length, 'note')} about this run on the page of the day.`;
}
