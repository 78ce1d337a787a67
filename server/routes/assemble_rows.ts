import type { SeriesRow } from '../../common/api/series_schema';
import { addDays, type Day } from '../../common/time/day';
import type { Finding } from '../../common/waveform/finding';
import type { TicketLimits } from '../../common/waveform/ticket_sentence';
import type { Run } from '../app/run';
import type { SeriesRecord } from '../app/series_record';
import { fetchFindings } from '../elastic/findings_store';
import { fetchFlaggedDays, type FlaggedDay } from '../elastic/fetch_flagged_days';
import { fetchStoredSeries } from '../elastic/series_store';
import type { Caller } from './caller';
import { limitsOfRun } from './limits_of_run';
import { bySeries, seriesKey } from './series_key';
import { SCOPE } from './services';
import { toRowFinding } from './to_api_finding';

/** Days of the strip of earlier flags, the day itself included. */
const STRIP_DAYS = 31;

/** Flagged rows by surprise, then quiet ones by surprise, then what was not judged; ties by name. */
export function inOrder(a: SeriesRow, b: SeriesRow): number {
  const rank = ({ finding, surprise }: SeriesRow): number => {
    if (finding !== null) return 0;
    return surprise === null ? 2 : 1;
  };
  const value = ({ finding, surprise }: SeriesRow): number =>
    (finding === null ? surprise : finding.surprise) ?? Number.MAX_VALUE;
  const gap = rank(a) - rank(b) || value(b) - value(a);
  if (gap !== 0) return gap;
  return seriesKey(a.source, a.subtype) < seriesKey(b.source, b.subtype) ? -1 : 1;
}

/** Puts together what is kept of a series in several places. */
export function toSeriesRow(
  record: SeriesRecord,
  finding: Finding | undefined,
  flaggedDays: readonly Day[],
  limits: TicketLimits,
): SeriesRow {
  return {
    ...record,
    finding: finding === undefined ? null : toRowFinding(finding, limits),
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

/**
 * Reads what a run has stored of its series, with their findings and the days on which they were
 * unusual before.
 */
export async function assembleRows(
  { client }: Caller,
  run: Run,
  signal: AbortSignal,
): Promise<DaySeries> {
  const sources = run.source_results.map(({ source }) => source);
  const range = { scope: SCOPE, from: addDays(run.day, 1 - STRIP_DAYS), to: run.day };
  const [stored, findings, flagged] = await Promise.all([
    fetchStoredSeries(client, [{ run_id: run.run_id, sources }], undefined, signal),
    fetchFindings(client, run.run_id, signal),
    fetchFlaggedDays(client, range, signal),
  ]);
  const findingsOf = bySeries<Finding>(findings);
  const flagsOf = bySeries<FlaggedDay>(flagged);
  const limits = limitsOfRun(run);
  const rows = stored
    .flatMap(({ series }) => series)
    .map((record) => {
      const key = seriesKey(record.source, record.subtype);
      const days = (flagsOf.get(key) ?? []).map(({ day }) => day);
      return toSeriesRow(record, findingsOf.get(key)?.[0], days, limits);
    })
    .sort(inOrder);
  return { rows, findings, source_findings: findings.filter(({ subtype }) => subtype === null) };
}
