import { logDaysWords, type LogDays } from './log_days';

/** What is known of indices that have no document of a day. */
export interface Absence {
  /** The index expression of the source. */
  readonly index: string;
  /** Privileges that are missing, a phrase each: then documents may be there. */
  readonly missing: readonly string[];
  /** Whether any index is there. */
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
 * @param logs the days that have logs; null where no document is there; undefined if unknown
 */
export function testedAbsence(absence: Absence, logs: LogDays | null | undefined): string {
  const { index, missing, hasIndices } = absence;
  if (missing.length > 0 || !hasIndices) return trainingAbsence(absence);
  if (logs === null) return `"${index}" is empty`;
  const known = logs === undefined ? '' : `: ${logDaysWords(logs)}`;
  return `"${index}" has no document of this day${known}`;
}
