import { HOURS_PER_DAY } from '../time';
import { greatest } from '../lists';
import { blockLine, pluralWords } from '../waveform/words';
import type { NotAssessed } from './day_answer';
import type { DayReport, ReportRow } from './day_report';
import { knownWords } from './figures';
import { moreWords, shownRows } from './shown_rows';
import { SILENCES, kindWords, type ReportSilence, withSmall } from './silent_streams';
import { wrapText } from './wrap_text';

/** Characters a line of a plain-text mail. */
const WIDTH = 72;
const INDENT = '  ';
const CHARACTERS_PER_HOUR = 2;
const LABEL = 6;
const HOURS_BETWEEN_LABELS = 6;

function axis(): string {
  const labels = Array.from({ length: HOURS_PER_DAY / HOURS_BETWEEN_LABELS }, (_, index) =>
    String(index * HOURS_BETWEEN_LABELS)
      .padStart(2, '0')
      .padEnd(HOURS_BETWEEN_LABELS * CHARACTERS_PER_HOUR),
  );
  return labels.join('').trimEnd();
}

function waveLines({ drawing, count, usual }: ReportRow): string[] {
  const { today, usual: usualDay } = drawing;
  const top = greatest([5, ...[...today, ...(usualDay ?? [])].map((one) => one ?? 0)]);
  const line = (label: string, counts: readonly (number | null)[], total: number | null): string =>
    `${INDENT}${label.padEnd(LABEL)}${blockLine(counts, top, CHARACTERS_PER_HOUR)} ${knownWords(total)}`;
  return [
    line('day', today, count),
    ...(usualDay === null ? [] : [line('usual', usualDay, usual ?? 0)]),
    `${INDENT}${' '.repeat(LABEL)}${axis()}`,
  ];
}

/** The name, and how far from usual at the end of its last line. */
function titleLines({ name, code, change }: ReportRow): string[] {
  const title = code === '' ? name : `${name} (${code})`;
  const space = change === '' ? WIDTH : WIDTH - change.length - 1;
  const lines = wrapText(title, '', space);
  return lines.map((line, place) =>
    place === lines.length - 1 && change !== '' ? `${line.padEnd(space)} ${change}` : line,
  );
}

/** The other views of an incident, one paragraph each. */
function viewLines({ views }: ReportRow): string[] {
  return views.flatMap(({ name, verdict_words: verdict, sentence }) =>
    wrapText(`Also ${name}: ${verdict} ${sentence}`, INDENT, WIDTH),
  );
}

/** The last days of a silence, one character each. */
function daysLines({ daily }: ReportSilence): string[] {
  if (daily.length === 0) return [];
  const blocks = blockLine(daily, greatest([1, ...daily.map((count) => count ?? 0)]), 1);
  return [`${INDENT}${blocks} ${pluralWords(daily.length, 'day')}`];
}

function findingLines(row: ReportRow): string[] {
  const words = wrapText(`${row.verdict_words} ${row.sentence}`, INDENT, WIDTH);
  const days = row.silence === null ? [] : daysLines(row.silence);
  return ['', ...titleLines(row), ...words, ...waveLines(row), ...days, ...viewLines(row)];
}

function sectionLines(title: string, rows: readonly ReportRow[]): string[] {
  return rows.length === 0 ? [] : ['', title.toUpperCase(), ...rows.flatMap(findingLines)];
}

/** A silence with its last days, one character each. */
function silenceLines(silence: ReportSilence): string[] {
  const { name, since, sentence } = silence;
  const kind = kindWords(silence);
  const whose = kind === null ? name : `${name} (${kind})`;
  const title = wrapText(`${whose}, ${withSmall(since)}`, '', WIDTH);
  return ['', ...title, ...wrapText(sentence, INDENT, WIDTH), ...daysLines(silence)];
}

function silenceSection(silences: readonly ReportSilence[]): string[] {
  return silences.length === 0
    ? []
    : ['', SILENCES.toUpperCase(), ...silences.flatMap(silenceLines)];
}

function notAssessedLines(groups: readonly NotAssessed[]): string[] {
  if (groups.length === 0) return [];
  const lines = groups.flatMap(({ source, series, reason }) =>
    wrapText(`${source}: ${pluralWords(series, 'series', 'series')}. ${reason}`, INDENT, WIDTH),
  );
  return ['', 'NOT ASSESSED', ...lines];
}

/** The report as plain text of at most 72 columns, with a line break at its end. */
export function reportText(report: DayReport): string {
  const { silences, silent, unusual, more } = shownRows(report);
  const paragraph = (text: string): string[] => wrapText(text, '', WIDTH);
  const notes = report.notes.flatMap((note) => wrapText(`- ${note}`, INDENT, WIDTH));
  const lines = [
    ...paragraph(`${report.title}, ${report.zone}`),
    '',
    ...paragraph(report.headline),
    ...silenceSection(silences),
    ...sectionLines('Silent', silent),
    ...sectionLines('Unusual', unusual),
    ...moreWords(more).flatMap((words) => ['', ...paragraph(words)]),
    ...notAssessedLines(report.not_assessed),
    ...(notes.length === 0 ? [] : ['', 'NOTES', ...notes]),
    '',
    ...paragraph(report.figures),
    ...paragraph(`Run ${report.run_id}, ${report.status}.`),
    ...(report.link === null ? [] : [report.link]),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}
