import { logDaysWords, type LogDays } from './log_days';

/** Facts about indices that have no document of a day. */
export interface Absence {
  /** The index expression of the source. */
  readonly index: string;
  /** Missing privileges, a phrase each. If there are any, documents may exist. */
  readonly missing: readonly string[];
  /** Whether any index exists. */
  readonly hasIndices: boolean;
}

/** Why training days without any document are unknown. */
export function trainingAbsence({ index, missing, hasIndices }: Absence): string {
  if (missing.length > 0) return `no document in "${index}": ${missing.join('; ')}`;
  return hasIndices ? `no document in "${index}"` : `no index matches "${index}"`;
}

/**
 * Why a tested day without any document is unknown.
 *
 * @param logs the days that have logs; null if there are no documents; undefined if unknown
 */
export function testedAbsence(absence: Absence, logs: LogDays | null | undefined): string {
  const { index, missing, hasIndices } = absence;
  if (missing.length > 0 || !hasIndices) return trainingAbsence(absence);
  if (logs === null) return `"${index}" is empty`;
  const known = logs === undefined ? '' : `: ${logDaysWords(logs)}`;
  return `"${index}" has no document of this day${known}`;
}
