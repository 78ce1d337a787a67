import { countWords, pluralWords } from '../waveform/words';
import type { NotAssessed } from './day_answer';
import type { DayReport, ReportRow } from './day_report';
import { knownWords } from './figures';
import { escapeHtml } from './escape_html';
import { REPORT_STYLES } from './report_styles';
import { daysHtml, silencesHtml } from './silences_html';
import { moreWords, shownRows } from './shown_rows';
import { hoursHtml, sparklineHtml } from './sparkline_html';

/** Pixels of a printed page, and approximate sizes of the parts of the report. */
const PAPER = { height: 1020, head: 260, section: 50, row: 52, line: 24 };
/** Not too small to read, and not larger than on the screen. */
const FIT = { least: 0.4, most: 0.72 };

/**
 * The other views of an incident, folded on a screen. The list is after the fold instead of in it:
 * a style sheet can then show it on paper in every browser.
 */
function viewsHtml({ views }: ReportRow): string {
  if (views.length === 0) return '';
  const items = views.map(
    ({ name, verdict_words: verdict, sentence }) =>
      `<li>${escapeHtml(name)}: ${escapeHtml(verdict)} ${escapeHtml(sentence)}</li>`,
  );
  const words = `${pluralWords(views.length, 'more view')} of this incident`;
  return `<details><summary>${words}</summary></details><ul class="views">${items.join('')}</ul>`;
}

/** The last days of a series that is silent at the end of the day. */
function lastDaysHtml({ silence }: ReportRow): string {
  if (silence === null || silence.daily.length === 0) return '';
  return `<p class="days">Last ${silence.daily.length} days${daysHtml(silence)}</p>`;
}

function rowHtml(row: ReportRow): string {
  const code = row.code === '' ? '' : `<small>${escapeHtml(row.code)}</small>`;
  const usual = row.usual === null ? 'none' : countWords(row.usual);
  return (
    `<tr${row.is_muted ? ' class="muted"' : ''}><th scope="row">${escapeHtml(row.name)}${code}</th>` +
    `<td class="count" data-label="This day">${knownWords(row.count)}</td>` +
    `<td class="count" data-label="usual">${usual}</td>` +
    `<td class="chart">${sparklineHtml(row)}</td>` +
    `<td class="change">${escapeHtml(row.change)}</td>` +
    `<td class="words"><span class="verdict">${escapeHtml(row.verdict_words)}</span> ` +
    `${escapeHtml(row.sentence)}${lastDaysHtml(row)}${viewsHtml(row)}</td></tr>`
  );
}

function group(title: string, rows: readonly ReportRow[]): string {
  if (rows.length === 0) return '';
  const head = `<tr class="group"><th colspan="6" scope="rowgroup">${title}</th></tr>`;
  return `<tbody>${head}${rows.map(rowHtml).join('')}</tbody>`;
}

function tableHtml(silent: readonly ReportRow[], unusual: readonly ReportRow[]): string {
  if (silent.length + unusual.length === 0) return '';
  const head =
    '<thead><tr><th scope="col">Series</th><th scope="col">This day</th><th scope="col">Usual</th>' +
    `<th scope="col">${hoursHtml()}</th><th scope="col">Change</th><th scope="col">In words</th></tr></thead>`;
  return `<table>${head}${group('Silent', silent)}${group('Unusual', unusual)}</table>`;
}

function list(title: string, entries: readonly string[]): string {
  if (entries.length === 0) return '';
  const items = entries.map((entry) => `<li>${escapeHtml(entry)}</li>`).join('');
  return `<h2>${title}</h2><ul>${items}</ul>`;
}

function notAssessedWords({ source, series, reason }: NotAssessed): string {
  return `${source}: ${pluralWords(series, 'series', 'series')}. ${reason}`;
}

/** How much a printed page shrinks the report so that all of it fits. */
function fitOf(report: DayReport): number {
  const { silences, silent, unusual } = shownRows(report);
  const sections = [silences, silent, unusual].filter((rows) => rows.length > 0).length;
  const views = [...silent, ...unusual].reduce((sum, row) => sum + row.views.length, 0);
  const lines = report.not_assessed.length + report.notes.length + views;
  const rows = silences.length + silent.length + unusual.length;
  const height = PAPER.head + sections * PAPER.section + rows * PAPER.row + lines * PAPER.line;
  return Math.min(Math.max(PAPER.height / height, FIT.least), FIT.most);
}

/**
 * The report as one self-contained HTML document: no script, nothing from the network. It follows
 * the reader's light or dark theme, and prints on one page.
 */
export function reportHtml(report: DayReport): string {
  const { silences, silent, unusual, more } = shownRows(report);
  const link =
    report.link === null
      ? ''
      : `<p><a href="${escapeHtml(report.link)}">Open this day in Logwave</a></p>`;
  const body = [
    `<h1>${escapeHtml(report.title)}<small>${escapeHtml(report.zone)}</small></h1>`,
    `<p class="headline">${escapeHtml(report.headline)}</p>`,
    silencesHtml(silences),
    tableHtml(silent, unusual),
    ...moreWords(more).map((words) => `<p>${escapeHtml(words)}</p>`),
    list('Not assessed', report.not_assessed.map(notAssessedWords)),
    list('Notes', report.notes),
    `<footer><p>${escapeHtml(report.figures)}</p>${link}`,
    `<p>Run ${escapeHtml(report.run_id)}, ${escapeHtml(report.status)}.</p></footer>`,
  ];
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<title>Logwave, ${escapeHtml(report.title)}</title>` +
    `<style>${REPORT_STYLES}</style></head>` +
    `<body style="--fit: ${fitOf(report).toFixed(2)}"><main>${body.join('')}</main></body></html>\n`
  );
}
