import { pluralWords } from '../waveform/words';
import type { DayReport } from './day_report';

/** More findings than these are counted only. */
const MOST_FINDINGS = 50;

/** The rows that a report shows, and how many it only counts. */
export function shownRows(report: DayReport) {
  const silent = report.silent.slice(0, MOST_FINDINGS);
  const unusual = report.unusual.slice(0, MOST_FINDINGS - silent.length);
  const all = report.silent.length + report.unusual.length;
  return { silent, unusual, more: all - silent.length - unusual.length };
}

/** "12 more findings are on the page of the day." */
export function moreWords(more: number): string[] {
  if (more === 0) return [];
  const are = more === 1 ? 'is' : 'are';
  return [`${pluralWords(more, 'more finding')} ${are} on the page of the day.`];
}
