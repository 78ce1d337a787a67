import { pluralWords } from '../waveform/words';
import { rowsOfMessage, type ReportMessage } from './message';
import type { ReportRow } from './day_report';
import { ownSilences } from './shown_rows';
import { kindWords, type ReportSilence } from './silent_streams';
import { visible } from './wrap_text';

/** A message for chat: no tables, no drawings. */
export interface MessageLines {
  readonly subject: string;
  readonly alarms: readonly string[];
  readonly headline: string;
  /** One line for each finding: what it is, how far from usual, what happened. */
  readonly findings: readonly string[];
  /** Remarks, the figures last. */
  readonly rest: readonly string[];
}

/** A chat shows a few lines. The rest is in the report. */
const MOST_FINDINGS = 10;
/** Names and sentences contain text from logs, which may be long. */
const MOST_CHARACTERS = 300;

function cut(text: string): string {
  const characters = [...visible(text)];
  if (characters.length <= MOST_CHARACTERS) return characters.join('');
  return `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`;
}

function rowLine({ name, change, verdict_words: verdict, sentence }: ReportRow): string {
  const head = change === '' ? name : `${name}, ${change}`;
  return cut(`${head}: ${verdict} ${sentence}`);
}

function silenceLine(silence: ReportSilence): string {
  const { name, sentence } = silence;
  const kind = kindWords(silence);
  return cut(`${kind === null ? name : `${name}, ${kind}`}: Silent. ${sentence}`);
}

/**
 * Every finding of a message, those of earlier days with their day. A silence that has a finding is
 * that one line.
 */
function findingLines(message: ReportMessage): string[] {
  const { report, earlier } = message;
  const days = report === null ? earlier : [report, ...earlier];
  const prefix = (day: string): string => (day === report?.day ? '' : `${day}: `);
  return [
    ...days.flatMap((day) => ownSilences(day).map((one) => prefix(day.day) + silenceLine(one))),
    ...rowsOfMessage(message).map(({ day, row }) => prefix(day) + rowLine(row)),
  ];
}

/** A message in lines for a chat. */
export function messageLines(message: ReportMessage): MessageLines {
  const { report, alarms, remarks, earlier, no_link: noLink } = message;
  const rows = findingLines(message);
  const shown = rows.slice(0, MOST_FINDINGS);
  const more = rows.length - shown.length;
  return {
    subject: cut(message.subject),
    alarms: alarms.map(cut),
    headline: report === null ? '' : cut(report.headline),
    findings: shown,
    rest: [
      ...(more > 0 ? [`${pluralWords(more, 'more finding')} in the report.`] : []),
      ...remarks.map(cut),
      ...(earlier.length > 0 && rows.length === 0 ? earlier.map((day) => cut(day.headline)) : []),
      ...(report === null ? [] : [cut(report.figures)]),
      ...(noLink === '' ? [] : [noLink]),
    ],
  };
}
