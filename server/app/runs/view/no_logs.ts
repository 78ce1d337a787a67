import type { Day } from '../../../../common/time';
import type { NoLogs } from '../../../../common/waveform/words';
import type { LogDays } from '../../counting';

/** The part of a source's result that tells whether it had any document. */
interface SourceLogs {
  readonly is_absent?: true | undefined;
  readonly log_days?: LogDays | undefined;
}

/**
 * Where a day without any document is among the days with logs: before the first, after the last,
 * or between them.
 *
 * @param results of all sources of the day
 * @returns undefined if a source has a document of the day, or that is not known
 */
export function noLogsOn(day: Day, results: readonly SourceLogs[]): NoLogs | undefined {
  if (results.length === 0 || results.some(({ is_absent: isAbsent }) => isAbsent !== true)) {
    return undefined;
  }
  const days = results.flatMap(({ log_days: logDays }) => logDays ?? []);
  const [first] = days.map((known) => known.first).sort();
  const last = days
    .map((known) => known.last)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return { place: 'unknown' };
  if (day < first) return { place: 'before', first };
  return day > last ? { place: 'after', last } : { place: 'between' };
}
