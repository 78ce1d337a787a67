import { chartTop, knownEvents, type Lengths, usualTotal } from '../../../common/waveform/hours';
import { seriesKey } from '../../../common/sources';
import type { ApiFinding, ApiJudgment, ApiMute, RowFinding, SeriesRow } from '../../../common/api';
import type { Day } from '../../../common/time';
import type { SeriesKey } from '../basics';
import type { Band } from '../../../common/charts';
import { subtypeText } from '../words';

type Counts = readonly (number | null)[];

/** One row of the overview: a series, or a source that was silent as a whole. */
export interface OverviewRow {
  readonly key: string;
  /** Undefined for a source as a whole: there is no series to open. */
  readonly series: SeriesKey | undefined;
  readonly isFlagged: boolean;
  readonly isAssessed: boolean;
  readonly name: string;
  /** "syslog severity 5"; empty if the name says the same. */
  readonly code: string;
  /** "syslog 5", for low rows. */
  readonly shortCode: string;
  readonly today: Counts;
  readonly total: number;
  readonly usual: Counts | null;
  readonly usualTotal: number | null;
  readonly inner: Band | null;
  readonly outer: Band | null;
  readonly top: number;
  readonly surprise: number | null;
  readonly finding: RowFinding | null;
  /** The judgment of it on this day. */
  readonly judgment: ApiJudgment | null;
  readonly mute: ApiMute | null;
  /** Why it is not assessed, or not shown as unusual. */
  readonly reason: string | null;
  /** The training days that decided, in words, and how many there are. */
  readonly basis: string;
  readonly basisDays: number;
  readonly flaggedDays: readonly Day[];
  /** The text that the filter searches, in lower case. */
  readonly searched: string;
}

/** The key of a series in lists and maps. */
export function rowKey({ source, subtype }: SeriesKey): string {
  return seriesKey(source, subtype);
}

function searchedText(parts: readonly string[]): string {
  return parts.join(' ').toLowerCase();
}

/** A series as a row. */
export function rowOfSeries(row: SeriesRow): OverviewRow {
  const { source, subtype, name, code, state, finding } = row;
  const shortCode = `${source} ${subtypeText(subtype)}`;
  const isFlagged = state === 'unusual';
  return {
    key: rowKey({ source, subtype }),
    series: { source, subtype },
    isFlagged,
    isAssessed: state !== 'not_judged',
    name,
    code: name === code ? '' : code,
    shortCode: name === code ? '' : shortCode,
    today: row.today,
    total: row.total,
    usual: row.usual,
    usualTotal: row.usual_total,
    inner: row.inner,
    outer: row.outer,
    top: row.top,
    surprise: row.surprise,
    finding: isFlagged ? finding : null,
    judgment: row.judgment,
    mute: row.mute,
    reason: row.reason,
    basis: row.basis,
    basisDays: row.basis_days.length,
    flaggedDays: row.flagged_days,
    searched: searchedText([name, code, shortCode, isFlagged ? (finding?.verdict ?? '') : '']),
  };
}

/**
 * A source that was silent as a whole: one line for all of its series.
 *
 * @param columns the 24 columns of the day
 */
export function rowOfSource(finding: ApiFinding, columns: Lengths): OverviewRow {
  const { source, series_name: name, series_code: code, today } = finding;
  const known = today.map((count) => count ?? 0);
  return {
    key: JSON.stringify([source]),
    series: undefined,
    isFlagged: true,
    isAssessed: true,
    name,
    code: name === code ? '' : code,
    shortCode: '',
    today,
    total: knownEvents(today, columns) ?? 0,
    usual: finding.usual_day,
    usualTotal: finding.usual_day && usualTotal(today, finding.usual_day, columns),
    inner: null,
    outer: null,
    top: chartTop([...known, ...(finding.usual_day ?? [])]),
    surprise: finding.surprise,
    finding,
    judgment: null,
    mute: null,
    reason: null,
    basis: finding.basis,
    basisDays: finding.basis_days.length,
    flaggedDays: [finding.day],
    searched: searchedText([name, code, finding.verdict]),
  };
}

/**
 * Events in the flagged hours: as many documents as the link to them shows, and as tagging tags.
 *
 * @returns 0 if there is no document to show
 */
export function flaggedEvents({ finding }: OverviewRow): number {
  return finding?.flagged.reduce((sum, { events }) => sum + events, 0) ?? 0;
}
