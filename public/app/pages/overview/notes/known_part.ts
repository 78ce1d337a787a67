import type { ApiRun } from '../../../../../common/api';
import type { DayAnswer } from '../../../rows';

type Counts = readonly (number | null)[];

/** Whether no source had a document of the day. Then nothing of the day is unknown. */
export function hasNoLogs({ source_results: results }: Pick<ApiRun, 'source_results'>): boolean {
  return results.length > 0 && results.every(({ is_absent: isAbsent }) => isAbsent === true);
}

/** Whether a row of the day has an hour that is hatched, because its count is unknown. */
export function hasHatchedHours({ head, series, source_findings: ofSources }: DayAnswer): boolean {
  const isUnknown = ({ today }: { readonly today: Counts }): boolean =>
    head.columns.some(({ length }, hour) => length > 0 && (today[hour] ?? null) === null);
  return ofSources.some(isUnknown) || series.some(isUnknown);
}
