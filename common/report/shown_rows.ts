import { pluralWords } from '../waveform/words';
import type { DayReport } from './day_report';
import type { ReportSilence } from './silent_streams';

/** Findings beyond this number are only counted. */
const MOST_FINDINGS = 50;

/** The silences that are rows of their own: the others are in the row of a finding. */
export function ownSilences({ silences }: Pick<DayReport, 'silences'>): readonly ReportSilence[] {
  return silences.filter((one) => !one.is_finding);
}

/** The rows that a report shows, and how many more it only counts. */
export function shownRows(report: DayReport) {
  const own = ownSilences(report);
  const silences = own.slice(0, MOST_FINDINGS);
  const silent = report.silent.slice(0, MOST_FINDINGS - silences.length);
  const left = MOST_FINDINGS - silences.length - silent.length;
  const unusual = report.unusual.slice(0, left);
  const all = own.length + report.silent.length + report.unusual.length;
  const shown = silences.length + silent.length + unusual.length;
  return { silences, silent, unusual, more: all - shown };
}

/** "12 more findings are on the page of the day." */
export function moreWords(more: number): string[] {
  if (more === 0) return [];
  const are = more === 1 ? 'is' : 'are';
  return [`${pluralWords(more, 'more finding')} ${are} on the page of the day.`];
}
