import { LIGHT } from '../charts';
import { countWords, pluralWords } from '../waveform/words';
import { barsHtml, daysHtml } from './bars_html';
import type { DayReport, ReportRow } from './day_report';
import { escapeHtml } from './escape_html';
import type { ReportMessage } from './message';
import { dayTitle } from './message_text';
import { shownRows } from './shown_rows';
import { SILENCES, type ReportSilence } from './silent_streams';

/** Some mail programs cut a body at 100 kB. */
const MOST_DRAWN = 12;
const MOST_VIEWS = 5;

const FONT = 'font-family:Inter,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const SUB = `color:${LIGHT.sub};font-size:13px`;
const RULE = `border-top:1px solid ${LIGHT.border}`;

function paragraph(text: string, style = ''): string {
  return `<p style="margin:6px 0;${style}">${escapeHtml(text)}</p>`;
}

function alarmHtml(text: string): string {
  return `<p style="margin:6px 0;padding:8px 10px;border-left:4px solid ${LIGHT.flag};background:${LIGHT.shade}">${escapeHtml(text)}</p>`;
}

function silenceHtml(silence: ReportSilence, isDrawn: boolean): string {
  const { name, kind, since, sentence } = silence;
  const isNew = since === 'New' ? `color:${LIGHT.flag}` : SUB;
  return (
    `<tr><td valign="top" style="padding:10px 14px 10px 0;${RULE}">` +
    `<b style="color:${LIGHT.title}">${escapeHtml(name)}</b> ` +
    `<span style="${isNew}">${escapeHtml(since)}</span><br>${escapeHtml(sentence)}` +
    `<br><span style="${SUB}">${escapeHtml(kind)}</span></td>` +
    `<td width="230" valign="top" style="padding:10px 0;${RULE}">${isDrawn ? daysHtml(silence) : ''}</td></tr>`
  );
}

/** The other views of an incident: in words if the finding has a drawing, else only their names. */
function viewsHtml({ views }: ReportRow, isDrawn: boolean): string {
  const words = views.slice(0, MOST_VIEWS).map(({ name, verdict_words: verdict, sentence }) => {
    return `Also ${name}${isDrawn ? `: ${verdict} ${sentence}` : ''}`;
  });
  const left = views.length - words.length;
  const more = left > 0 ? [`${pluralWords(left, 'more view')} in the attached report.`] : [];
  return [...words, ...more].map((one) => `<br>${escapeHtml(one)}`).join('');
}

/** The last days of a series that is silent at the end of the day. */
function lastDaysHtml({ silence }: ReportRow): string {
  if (silence === null || silence.daily.length === 0) return '';
  return `<div style="padding:8px 0 2px;${SUB}">Last ${silence.daily.length} days</div>${daysHtml(silence)}`;
}

function findingHtml(row: ReportRow, isDrawn: boolean): string {
  const [flag, title] = row.is_muted ? [LIGHT.sub, LIGHT.sub] : [LIGHT.flag, LIGHT.title];
  const usual = row.usual === null ? 'no usual day' : `usual ${countWords(row.usual)}`;
  const code = row.code === '' ? '' : `<br><span style="${SUB}">${escapeHtml(row.code)}</span>`;
  const chart = isDrawn
    ? `<td width="230" valign="top" style="padding:10px 0;${RULE}">${barsHtml(row)}${lastDaysHtml(row)}</td>`
    : `<td width="230" valign="top" style="padding:10px 0;${RULE}"></td>`;
  return (
    `<tr><td valign="top" style="padding:10px 14px 10px 0;${RULE}">` +
    `<b style="color:${title}">${escapeHtml(row.name)}</b> ` +
    `<b style="color:${flag}">${escapeHtml(row.change)}</b>${code}` +
    `<br><span style="color:${flag}">${escapeHtml(row.verdict_words)}</span> ${escapeHtml(row.sentence)}` +
    viewsHtml(row, isDrawn) +
    `<br><span style="${SUB}">${row.count === null ? 'Events unknown' : `${countWords(row.count)} events`}, ${usual}</span></td>${chart}</tr>`
  );
}

function groupHtml<Row>(
  title: string,
  rows: readonly Row[],
  drawn: number,
  rowHtml: (row: Row, isDrawn: boolean) => string,
): string {
  if (rows.length === 0) return '';
  const head = `<tr><td colspan="2" style="padding:16px 0 4px;${SUB}"><b>${title}</b></td></tr>`;
  return head + rows.map((row, place) => rowHtml(row, place < drawn)).join('');
}

function dayHtml(report: DayReport, room: { drawn: number }): string {
  const { silences, silent, unusual, more } = shownRows(report);
  const [before, shown] = [silences.length, silences.length + silent.length];
  const groups = [
    groupHtml(SILENCES, silences, room.drawn, silenceHtml),
    groupHtml('Silent', silent, room.drawn - before, findingHtml),
    groupHtml('Unusual', unusual, room.drawn - shown, findingHtml),
  ].join('');
  room.drawn = Math.max(0, room.drawn - shown - unusual.length);
  const table = `<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" style="font-size:14px;line-height:1.4">${groups}</table>`;
  return [
    groups === '' ? '' : table,
    more > 0 ? paragraph(`${pluralWords(more, 'more finding')} in the attached report.`) : '',
    ...report.not_assessed.map(({ source, series, reason }) =>
      paragraph(`${source}, ${pluralWords(series, 'series', 'series')}. ${reason}`, SUB),
    ),
    ...report.notes.map((note) => paragraph(note, SUB)),
  ].join('');
}

function linkHtml({ link, no_link: noLink }: ReportMessage): string {
  if (link === null) return noLink === '' ? '' : paragraph(noLink, SUB);
  return `<p style="margin:10px 0"><a href="${escapeHtml(link)}" style="color:${LIGHT.link}">Open this day in Logwave</a></p>`;
}

/**
 * The message as the HTML of a mail: only tables and inline styles, since mail programs drop SVG,
 * style sheets and scripts. Nothing is loaded from anywhere.
 */
export function messageHtml(message: ReportMessage): string {
  const { report, alarms, remarks, earlier } = message;
  const room = { drawn: MOST_DRAWN };
  const title = report === null ? message.subject : `${dayTitle(report)}, ${report.zone}`;
  const isDrawn = [report, ...earlier].some(
    (day) => day && day.silent.length + day.unusual.length > 0,
  );
  const parts = [
    `<h1 style="margin:0 0 8px;font-size:20px;line-height:1.25;color:${LIGHT.title}">${escapeHtml(title)}</h1>`,
    ...alarms.map(alarmHtml),
    report === null ? '' : paragraph(report.headline, 'font-size:16px'),
    report === null ? '' : dayHtml(report, room),
    ...remarks.map((remark) => paragraph(remark)),
    ...earlier.map(
      (day) =>
        `<h2 style="margin:20px 0 4px;font-size:16px;color:${LIGHT.title}">${escapeHtml(dayTitle(day))}</h2>${dayHtml(day, room)}`,
    ),
    linkHtml(message),
    report === null ? '' : paragraph(report.figures, SUB),
    isDrawn
      ? paragraph(
          'Each bar is an hour: this day above the line, the usual day below it, on the same scale.',
          SUB,
        )
      : '',
  ];
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    `<title>${escapeHtml(message.subject)}</title></head>` +
    `<body style="margin:0;background:#FFFFFF;color:${LIGHT.ink};${FONT};font-size:14px;line-height:1.4">` +
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%"><tr><td style="padding:16px">` +
    `<div style="max-width:680px;margin:0 auto">${parts.join('')}</div></td></tr></table></body></html>\n`
  );
}
