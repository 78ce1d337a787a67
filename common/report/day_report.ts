import type { ApiFinding, RowFinding } from '../api';
import type { DayAnswer, NotAssessed, ReportSeries } from './day_answer';
import { figuresOf } from './figures';
import { headlineOf, type Outcome, outcomeOf } from './headline';
import { judgedWords } from './judged_words';
import { findingsOf } from './keep_findings';
import type { SparklineData } from '../charts';
import { shownNotes } from './run_notes';
import { reportSilence, type ReportSilence, silenceKey } from './silent_streams';
import { weekdayOf, type Day } from '../time';
import type { UnnamedSources } from './unnamed_sources';
import { chartTop, knownEvents, usualTotal } from '../waveform/hours';
import {
  changeWords,
  dateWords,
  isAmongFindings,
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
  readonly unnamed?: UnnamedSources;
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
  /** Null if no hour of the day is known. */
  readonly count: number | null;
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
  readonly outcome: Outcome;
  /** Of what it is not known whether it is silent: "the hosts of app"; null if all is known. */
  readonly silence_not_known: string | null;
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
  const columns = drawn.lengths.map((length) => ({ length }));
  return {
    source,
    name,
    code: name === code ? '' : code,
    verdict,
    verdict_words: verdictWords(verdict),
    change: subtype === null ? '' : changeWords(finding),
    sentence: silence === undefined ? sentence : `${sentence} ${silence.sentence}`,
    surprise: finding.surprise,
    count: knownEvents(drawn.today, columns),
    usual: drawn.usual === null ? null : usualTotal(drawn.today, drawn.usual, columns),
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

/** What was silent at the end of the day, and what of it a finding includes. */
function silencesOf(answer: DayAnswer, options: ReportOptions) {
  const isFinding = isAmongFindings(findingsOf(answer));
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

/** Whether an incident is among what is silent: it may include the silence of any of its views. */
function isSilent(row: ReportRow): boolean {
  return row.verdict === 'silent' || [row, ...row.views].some(({ silence }) => silence !== null);
}

/** The id of a run without its end: a user's own run has the user's name there. */
function unnamedRunId({ run_id: id, day, zone }: DayAnswer['run']): string {
  const ofDay = `:${day}:${zone}`;
  const end = id.indexOf(ofDay) + ofDay.length;
  return end === id.length ? id : `${id.slice(0, end)}:…`;
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
  const notAssessed = answer.not_assessed ?? notAssessedIn(answer.series);
  return {
    day: head.day,
    zone: head.zone,
    run_id: options.unnamed === undefined ? run.run_id : unnamedRunId(run),
    status: run.status,
    title: `${weekdayWords(weekdayOf(head.day))} ${dateWords(head.day)}`,
    headline: headlineOf(answer, options.unnamed === undefined),
    outcome: outcomeOf(answer),
    silence_not_known: run.silence_not_known ?? null,
    silences,
    silent: incidents.filter(isSilent),
    unusual: incidents.filter((row) => !isSilent(row)),
    not_assessed: notAssessed.map((group) => ({
      ...group,
      source: options.sourceNames.get(group.source) ?? group.source,
    })),
    notes: shownNotes(run, options.unnamed === undefined),
    figures: figuresOf(answer),
    link: options.link,
  };
}
