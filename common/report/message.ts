import type { DayReport } from './day_report';
import { countWords } from '../waveform/words';
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

/** A subject is one line. The headline below has all of it. */
const MOST_NOT_KNOWN = 80;

function cutWords(words: string): string {
  return words.length <= MOST_NOT_KNOWN ? words : `${words.slice(0, MOST_NOT_KNOWN - 1)}…`;
}

/** What a day without a finding is called: nothing is unusual only if everything was assessed. */
function nothingWords({
  outcome,
  not_assessed: notAssessed,
}: Pick<DayReport, 'outcome' | 'not_assessed'>): string {
  if (outcome !== 'assessed') return 'could not be assessed';
  const left = notAssessed.reduce((sum, { series }) => sum + series, 0);
  return left === 0 ? 'nothing unusual' : `no finding, ${countWords(left)} not assessed`;
}

/**
 * "2 silent, 3 unusual"; "nothing unusual" if there is nothing to report, unless something could
 * not be assessed. A silent series with a finding counts once. What may be silent or not comes last:
 * "3 unusual, not known whether silent: the hosts of app".
 */
export function countsInWords(
  report: Pick<
    DayReport,
    'silences' | 'silent' | 'unusual' | 'outcome' | 'not_assessed' | 'silence_not_known'
  >,
): string {
  const { silences, silent, unusual, outcome, silence_not_known: unknown } = report;
  const silentInAll = ownSilences({ silences }).length + silent.length;
  const parts = [
    ...(outcome === 'unended' ? ['the analysis did not end'] : []),
    ...(silentInAll > 0 ? [`${silentInAll} silent`] : []),
    ...(unusual.length > 0 ? [`${unusual.length} unusual`] : []),
  ];
  return [
    ...(parts.length > 0 ? parts : [nothingWords(report)]),
    ...(unknown === null ? [] : [`not known whether silent: ${cutWords(unknown)}`]),
  ].join(', ');
}

/** All findings of a message, those of the main day first. */
export function rowsOfMessage({ report, earlier }: ReportMessage) {
  const days = report === null ? earlier : [report, ...earlier];
  return days.flatMap(({ day, silent, unusual }) =>
    [...silent, ...unusual].map((row) => ({ day, row })),
  );
}
