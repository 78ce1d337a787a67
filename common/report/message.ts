import type { DayReport } from './day_report';

/** What is sent in the morning; each form of a message says the same in the same order. */
export interface ReportMessage {
  /** One line, such as "Logwave, Friday 27 November 2026: 2 silent, 3 unusual". */
  readonly subject: string;
  /** What went wrong or needs somebody, a sentence each; none on a good morning. */
  readonly alarms: readonly string[];
  /** The day in front; null where it has no result. */
  readonly report: DayReport | null;
  /** What is said in one line besides, such as silences that were told before. */
  readonly remarks: readonly string[];
  /** Earlier days, with the findings that were not sent yet. */
  readonly earlier: readonly DayReport[];
  /** Where people open the day; null where nobody said where Logwave is. */
  readonly link: string | null;
  /** Why there is no link; empty where there is one. */
  readonly no_link: string;
}

/** "2 silent, 3 unusual"; "nothing unusual" where nothing is told. */
export function countsInWords({
  silences,
  silent,
  unusual,
}: Pick<DayReport, 'silences' | 'silent' | 'unusual'>): string {
  const silentInAll = silences.length + silent.length;
  const parts = [
    ...(silentInAll > 0 ? [`${silentInAll} silent`] : []),
    ...(unusual.length > 0 ? [`${unusual.length} unusual`] : []),
  ];
  return parts.length === 0 ? 'nothing unusual' : parts.join(', ');
}

/** All findings of a message, those of the day in front first. */
export function rowsOfMessage({ report, earlier }: ReportMessage) {
  const days = report === null ? earlier : [report, ...earlier];
  return days.flatMap(({ day, silent, unusual }) =>
    [...silent, ...unusual].map((row) => ({ day, row })),
  );
}
