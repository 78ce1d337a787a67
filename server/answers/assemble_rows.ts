import { seriesKey } from '../../common/sources';
import { type SeriesRow, STRIP_DAYS } from '../../common/api';
import { addDays, type Day, type DayColumn, localDay } from '../../common/time';
import { type Finding, knownEvents, usualTotal } from '../../common/waveform/hours';
import type { TicketLimits } from '../../common/waveform/words';
import { runOfSource, sourcesByRun, type DayView, flagsInView, visibleRuns } from '../app/runs';
import type { SeriesRecord } from '../app/assessing';
import type { FlaggedDay } from '../app/showing';
import { limitsOfRun } from './limits_of_run';
import type { Reader } from './reader';
import { bySeries } from './by_series';
import { toRowFinding } from './to_api_finding';
import { allOver } from '../app/basics';

/** The sort key of a row. */
interface Ordered extends Pick<SeriesRow, 'source' | 'subtype' | 'surprise'> {
  readonly finding: Pick<Finding, 'surprise'> | null;
}

/**
 * Flagged rows by surprise, then quiet ones by surprise, then those that were not assessed; ties by
 * name.
 */
export function inOrder(a: Ordered, b: Ordered): number {
  const rank = ({ finding, surprise }: Ordered): number => {
    if (finding !== null) return 0;
    return surprise === null ? 2 : 1;
  };
  const value = ({ finding, surprise }: Ordered): number =>
    (finding === null ? surprise : finding.surprise) ?? Number.MAX_VALUE;
  const gap = rank(a) - rank(b) || value(b) - value(a);
  if (gap !== 0) return gap;
  return seriesKey(a.source, a.subtype) < seriesKey(b.source, b.subtype) ? -1 : 1;
}

type ApiBand = SeriesRow['inner'];

export function bandOf(band: SeriesRecord['inner']): ApiBand {
  return band === null ? null : { low: [...band.low], high: [...band.high] };
}

/**
 * Joins what is stored about a series in several places into the API's shape.
 *
 * @param columns the 24 columns of the day
 */
export function toSeriesRow(
  record: SeriesRecord,
  finding: Finding | undefined,
  flaggedDays: readonly Day[],
  limits: TicketLimits,
  columns: readonly DayColumn[],
): SeriesRow {
  const { usual, by_hour: byHour, spectrum } = record;
  return {
    ...record,
    today: [...record.today],
    usual: usual === null ? null : [...usual],
    // Older versions stored the sums of counts, and fewer digits of what is usual.
    total: knownEvents(record.today, columns) ?? 0,
    usual_total: usual === null ? null : usualTotal(record.today, usual, columns),
    inner: bandOf(record.inner),
    outer: bandOf(record.outer),
    by_hour: byHour === null ? null : [...byHour],
    spectrum: spectrum === null ? null : { today: [...spectrum.today], usual: [...spectrum.usual] },
    basis_days: [...record.basis_days],
    omitted_days: [...record.omitted_days],
    finding: finding === undefined ? null : toRowFinding(finding, limits),
    judgment: null,
    mute: null,
    flagged_days: [...new Set(flaggedDays)].sort(),
  };
}

/** All series of a day, and its findings. */
export interface DaySeries {
  readonly rows: readonly SeriesRow[];
  readonly findings: readonly Finding[];
  /** Those about whole sources. */
  readonly source_findings: readonly Finding[];
}

/** Those of the findings that come from the results in force. */
export function inView(findings: readonly Finding[], view: DayView): Finding[] {
  return findings.filter(({ run_id: id, source }) => runOfSource(view, source).run_id === id);
}

/**
 * The findings of the results in force. A finding about a source without such a result comes from
 * an older version.
 */
export async function findingsInView(
  reader: Reader,
  view: DayView,
  signal: AbortSignal,
): Promise<Finding[]> {
  const ids = new Set([view.run, ...view.results.map(({ run }) => run)].map((run) => run.run_id));
  return inView(await reader.fetchFindings([...ids], signal), view);
}

/**
 * Reads what was stored of the series of a day, with their findings and the earlier days on which
 * they were unusual.
 */
export async function assembleRows(
  reader: Reader,
  view: DayView,
  signal: AbortSignal,
): Promise<DaySeries> {
  const { day, zone } = view.run;
  const { columns } = localDay(day, zone);
  const wanted = sourcesByRun([view]);
  const range = { from: addDays(day, 1 - STRIP_DAYS), to: day };
  const [stored, findings, flagged, runs] = await allOver([
    reader.fetchStoredSeries(wanted, undefined, signal),
    findingsInView(reader, view, signal),
    reader.fetchFlaggedDays(range, signal),
    reader.fetchRuns(range, signal),
  ]);
  const findingsOf = bySeries<Finding>(findings);
  const flagsOf = bySeries<FlaggedDay>(flagsInView(flagged, visibleRuns(runs, reader.user)));
  const limitsOf = new Map(
    view.results.map(({ run, result }) => [result.source, limitsOfRun(run)] as const),
  );
  const rows = stored
    .flatMap(({ series }) => series)
    .map((record) => {
      const key = seriesKey(record.source, record.subtype);
      const days = (flagsOf.get(key) ?? []).map(({ day }) => day);
      const limits = limitsOf.get(record.source) ?? {};
      return toSeriesRow(record, findingsOf.get(key)?.[0], days, limits, columns);
    })
    .sort(inOrder);
  return { rows, findings, source_findings: findings.filter(({ subtype }) => subtype === null) };
}
