import { dateWords } from '../waveform/words';
import { weekdayOf } from '../time';
import { weekdayWords } from '../waveform/words';
import type { DayReport } from './day_report';
import type { ReportMessage } from './message';
import { reportText } from './report_text';
import { wrapText } from './wrap_text';

const WIDTH = 72;

/** "Friday 27 November 2026" */
export function dayTitle({ day }: Pick<DayReport, 'day'>): string {
  return `${weekdayWords(weekdayOf(day))} ${dateWords(day)}`;
}

function block(lines: readonly string[]): string {
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function listed(entries: readonly string[], mark: string): string[] {
  return entries.flatMap((entry) => wrapText(`${mark} ${entry}`, '', WIDTH));
}

/** The message as plain text of at most 72 columns. Only links may be longer. */
export function messageText(message: ReportMessage): string {
  const { alarms, report, remarks, earlier, no_link: noLink, link } = message;
  const parts = [
    block(listed(alarms, '!')),
    report === null ? '' : reportText(report),
    block(listed(remarks, '-')),
    ...earlier.map((day) => `EARLIER\n\n${reportText({ ...day, link: null })}`),
    report === null && link !== null ? block([link]) : '',
    noLink === '' ? '' : block(wrapText(noLink, '', WIDTH)),
  ];
  return parts.filter((part) => part !== '').join('\n');
}
