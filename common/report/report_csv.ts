import { toCsv, type Cell } from '../tables';
import type { ApiFinding, RowFinding, SeriesRow } from '../api';
import type { DayAnswer } from './day_answer';
import { isUnread } from './figures';
import { againWords } from './headline';
import { localDay } from '../time';
import { knownEvents, type Lengths, usualTotal } from '../waveform/hours';
import { SOURCE_SILENT, unendedSentence } from '../waveform/words';
import { shownNotes } from './run_notes';
import { reportSilence, silenceKey, type SilentStream } from './silent_streams';
import type { UnnamedSources } from './unnamed_sources';
import { visible } from './wrap_text';

const COLUMNS = [
  'source',
  'subtype',
  'name',
  'state',
  'verdict',
  'surprise',
  'events',
  'usual',
  'ratio',
  'hours',
  'sentence',
  'incident',
  'values',
] as const;

type CsvRow = Readonly<Record<(typeof COLUMNS)[number], Cell>>;

/** A stream that is silent for the same cause as another, which stands for it. */
type FoldedStream = Pick<
  SilentStream,
  'source' | 'host' | 'subtype' | 'series_name' | 'last_seen' | 'usual_per_day'
> & { readonly state: string };

/** A silence, with the streams that it stands for. */
export type TableSilence = SilentStream & { readonly below?: readonly FoldedStream[] };

/** What the table of a day is made of. */
export interface DayTable extends Pick<DayAnswer, 'run'> {
  readonly series: readonly SeriesRow[];
  /** The same as in `DayAnswer`. */
  readonly sources_of_runs?: DayAnswer['sources_of_runs'];
  /** Findings about whole sources. */
  readonly source_findings: readonly ApiFinding[];
  /** What was silent at the end of the day; absent if no check was made. */
  readonly silences?: readonly TableSilence[] | undefined;
}

/** Sources whose series are not named; undefined for a table with all names. */
type Unnamed = UnnamedSources | undefined;

/** "program=sudo user=root": who or what changed. */
function valuesText({ values }: Pick<RowFinding, 'values'>): string {
  return values.map(({ field, value }) => `${field}=${value}`).join(' ');
}

function findingCells(finding: RowFinding, unnamed: Unnamed) {
  return {
    verdict: finding.verdict,
    surprise: finding.surprise,
    ratio: finding.ratio,
    hours: finding.hours.join(' '),
    sentence: unnamed === undefined ? finding.explained : finding.sentence,
    incident: finding.incident ?? '',
    values: unnamed === undefined ? valuesText(finding) : '',
  };
}

/** The cells of a row without a finding. */
const NO_FINDING = {
  ...{ verdict: '', surprise: null, ratio: null, hours: '', sentence: '' },
  ...{ incident: '', values: '' },
};

/** @param columns the 24 columns of the day */
function rowOfSeries(series: SeriesRow, columns: Lengths, unnamed: Unnamed): CsvRow {
  const { source, subtype, name, state, finding, surprise, reason } = series;
  const isNamed = unnamed?.has(source) !== true;
  const found = finding === null ? NO_FINDING : findingCells(finding, unnamed);
  return {
    ...found,
    source,
    subtype: isNamed ? subtype : '',
    name: isNamed ? name : '',
    state,
    surprise: found.surprise ?? surprise,
    events: knownEvents(series.today, columns),
    usual: series.usual_total,
    sentence: finding === null ? (reason ?? '') : found.sentence,
  };
}

function reportedOf(silence: SilentStream | undefined): string {
  if (silence === undefined) return '';
  return reportSilence(silence, true, { sourceNames: new Map() }).sentence;
}

/**
 * @param columns the 24 columns of the day
 * @param silence of the same source at the end of the day
 */
function rowOfSource(
  finding: ApiFinding,
  columns: Lengths,
  silence: SilentStream | undefined,
  unnamed: Unnamed,
): CsvRow {
  const { source, series_name: name, today, usual_day: usual } = finding;
  const found = findingCells(finding, unnamed);
  const told = reportedOf(silence);
  return {
    ...found,
    source,
    subtype: '',
    name,
    state: 'unusual',
    events: knownEvents(today, columns),
    usual: usual === null ? null : usualTotal(today, usual, columns),
    sentence: `${found.sentence} ${told}`.trimEnd(),
  };
}

function kindOf({ host, subtype }: SilentStream): string {
  if (host !== null) return 'host';
  return subtype === null ? 'source' : 'series';
}

/** A silence as a row; one that is silent for the same cause as another has that one's words. */
interface TableStream extends SilentStream {
  /** The stream whose words say what this one's do not; absent if it has its own. */
  readonly cause?: SilentStream;
}

/** The words that leave no name out that is to be known. */
function namingOf(stream: SilentStream, unnamed: Unnamed) {
  const sourceNames = new Map(
    kindOf(stream) === 'source' ? [[stream.source, stream.series_name]] : [],
  );
  return unnamed === undefined ? { sourceNames } : { sourceNames, unnamed };
}

/** "Silent series, for the same cause as this host: web2." */
function silenceWords(stream: TableStream, sentence: string, unnamed: Unnamed): string {
  const { cause } = stream;
  if (cause === undefined) return `Silent ${kindOf(stream)}. ${sentence}`;
  const { name } = reportSilence(cause, false, namingOf(cause, unnamed));
  return `Silent ${kindOf(stream)}, for the same cause as this ${kindOf(cause)}: ${name}.`;
}

/**
 * @param series the same series, if it is as usual otherwise
 * @param columns the 24 columns of the day
 */
function rowOfSilence(
  stream: TableStream,
  series: SeriesRow | undefined,
  columns: Lengths,
  unnamed: Unnamed,
): CsvRow {
  const { source, subtype, daily } = stream;
  const { name, sentence } = reportSilence(stream, false, namingOf(stream, unnamed));
  return {
    ...NO_FINDING,
    source,
    subtype: unnamed?.has(source) === true ? '' : (subtype ?? ''),
    name,
    state: 'silent',
    verdict: 'silent',
    events: series === undefined ? (daily.at(-1) ?? null) : knownEvents(series.today, columns),
    usual: series?.usual_total ?? stream.usual_per_day,
    sentence: silenceWords(stream, sentence, unnamed),
  };
}

/** A silence and those that it stands for, which have no sentence. A table has a row for each. */
function unfolded({ below = [], ...stream }: TableSilence): TableStream[] {
  const silent = below.filter(({ state }) => state === 'silent');
  const rest = { mornings: stream.mornings, daily: [], folded: 0, sentence: '', cause: stream };
  return [stream, ...silent.map((one) => ({ ...one, ...rest }))];
}

/** A series of a silent source is not called usual: what it would have sent is not known. */
function underSilence(row: SeriesRow): SeriesRow {
  return { ...row, state: 'not_judged', reason: SOURCE_SILENT };
}

/** A row that is about no event: nothing in it is a number. */
function rowOfWords(part: Pick<CsvRow, 'source' | 'state' | 'sentence'>): CsvRow {
  return { ...NO_FINDING, subtype: '', name: '', events: null, usual: null, ...part };
}

/** What is not known of the day: all of it, if its analysis did not end, or sources. */
function unknownRows({ run }: DayTable): CsvRow[] {
  const unended = unendedSentence(run);
  const unread = run.source_results.filter(isUnread);
  return [
    ...(unended === null ? [] : [{ source: '', words: `${unended} ${againWords(run, run.day)}` }]),
    ...unread.map(({ source }) => ({ source, words: 'The source could not be read.' })),
  ].map(({ source, words }) => rowOfWords({ source, state: 'unknown', sentence: words }));
}

/** What a reader should know about the run, such as hosts that are not watched. */
function noteRows({ run }: DayTable, unnamed: Unnamed): CsvRow[] {
  const notes = shownNotes(run, unnamed === undefined);
  return notes.map((sentence) => rowOfWords({ source: '', state: 'note', sentence }));
}

/** The rows in the order of the reports: what is silent, sources with a finding, every series. */
function rowsOf(table: DayTable, unnamed: Unnamed) {
  const { run, series, source_findings: ofSources } = table;
  const { columns } = localDay(run.day, run.zone);
  const silences = (table.silences ?? []).flatMap(unfolded);
  const keyOf = (source: string, subtype: string | null): string =>
    silenceKey({ source, host: null, subtype });
  const silent = new Map(silences.map((one) => [silenceKey(one), one]));
  const rows = new Map(series.map((row) => [keyOf(row.source, row.subtype), row]));
  const foundSources = new Set(ofSources.map(({ source }) => source));
  const silentSources = new Set(
    [...ofSources, ...silences.filter((one) => kindOf(one) === 'source')].map(
      ({ source }) => source,
    ),
  );
  // A finding that says the same already is the row of the silence.
  const isOwn = (one: TableStream): boolean =>
    kindOf(one) === 'source'
      ? !foundSources.has(one.source)
      : rows.get(silenceKey(one))?.finding?.verdict !== 'silent';
  const own = [...new Map(silences.filter(isOwn).map((one) => [silenceKey(one), one])).values()];
  const usualOf = (one: SilentStream): SeriesRow | undefined => {
    const row = rows.get(silenceKey(one));
    return row?.state === 'usual' ? row : undefined;
  };
  const merged = new Set(own.flatMap((one) => usualOf(one) ?? []));
  return [
    ...own.map((one) => rowOfSilence(one, usualOf(one), columns, unnamed)),
    ...ofSources.map((one) =>
      rowOfSource(one, columns, silent.get(keyOf(one.source, null)), unnamed),
    ),
    ...series
      .filter((row) => !merged.has(row))
      .map((row) =>
        row.state === 'usual' && silentSources.has(row.source) ? underSilence(row) : row,
      )
      .map((row) => rowOfSeries(row, columns, unnamed)),
  ];
}

/**
 * The table of a day as comma-separated values: what is not known, what is silent, sources with a
 * finding, every series in the order of the page, and the notes about the run. A series that is
 * silent without another finding is one row.
 *
 * @param unnamed sources whose series are not named; hosts are not, either
 */
export function reportCsv(table: DayTable, unnamed?: UnnamedSources): string {
  const all = [...unknownRows(table), ...rowsOf(table, unnamed), ...noteRows(table, unnamed)];
  const rows = all.map((row) =>
    COLUMNS.map((column) => {
      const cell = row[column];
      return typeof cell === 'string' ? visible(cell) : cell;
    }),
  );
  return toCsv({ caption: '', columns: COLUMNS, rows });
}
