import type { DayReport } from './day_report';
import { ownSilences } from './shown_rows';

/** The message of a morning. Each form of it has the same content in the same order. */
export interface ReportMessage {
  /** One line, such as "Logwave, Friday 27 November 2026: 2 silent, 3 unusual". */
  readonly subject: string;
  /** What went wrong or needs action, one sentence each; none on a good morning. */
  readonly alarms: readonly string[];
  /** The main day of the message; null if it has no result. */
  readonly report: DayReport | null;
  /** One-line remarks, such as silences that were reported before. */
  readonly remarks: readonly string[];
  /** Earlier days, with the findings that were not sent yet. */
  readonly earlier: readonly DayReport[];
  /** Where people open the day; null if Logwave's address is not known. */
  readonly link: string | null;
  /** Why there is no link; empty if there is one. */
  readonly no_link: string;
}

/**
 * "2 silent, 3 unusual"; "nothing unusual" if there is nothing to report, unless the day could not
 * be assessed. A series that is silent and has a finding counts once.
 */
export function countsInWords({
  silences,
  silent,
  unusual,
  outcome,
}: Pick<DayReport, 'silences' | 'silent' | 'unusual' | 'outcome'>): string {
  const silentInAll = ownSilences({ silences }).length + silent.length;
  const parts = [
    ...(outcome === 'unended' ? ['the analysis did not end'] : []),
    ...(silentInAll > 0 ? [`${silentInAll} silent`] : []),
    ...(unusual.length > 0 ? [`${unusual.length} unusual`] : []),
  ];
  if (parts.length > 0) return parts.join(', ');
  return outcome === 'assessed' ? 'nothing unusual' : 'could not be assessed';
}

/** All findings of a message, those of the main day first. */
export function rowsOfMessage({ report, earlier }: ReportMessage) {
  const days = report === null ? earlier : [report, ...earlier];
  return days.flatMap(({ day, silent, unusual }) =>
    [...silent, ...unusual].map((row) => ({ day, row })),
  );
}
