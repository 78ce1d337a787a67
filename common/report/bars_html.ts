import { LIGHT } from '../charts';
import { greatest } from '../lists';
import { HOURS_PER_DAY } from '../time';
import { chartTop } from '../waveform/hours';
import type { ReportRow } from './day_report';
import type { ReportSilence } from './silent_streams';

/** Pixels. A mail is read in a column of 600. */
const CELL = 9;
const DAY_CELL = 7;
/** The scale of both the tested day and the usual day, since they are compared. */
const HEIGHT = 22;

function bar(count: number | null, top: number, height: number, color: string): string {
  if (count === null) return '<td style="padding:0;color:#69707D">?</td>';
  // An hour with any event is visible.
  const pixels = count > 0 ? Math.max(1, Math.round((count / top) * height)) : 0;
  const fill =
    pixels === 0 ? '' : `<div style="height:${pixels}px;background:${color};font-size:1px"></div>`;
  return `<td style="padding:0 1px 0 0">${fill}</td>`;
}

/** The last days of a silent stream as table cells, a day each. */
export function daysHtml({ daily }: ReportSilence): string {
  const top = greatest([1, ...daily.map((count) => count ?? 0)]);
  const cells = daily.map((count) => bar(count, top, HEIGHT, LIGHT.ink));
  const width = daily.length * DAY_CELL;
  return (
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="${width}" style="table-layout:fixed;width:${width}px;border-bottom:1px solid ${LIGHT.border}">` +
    `<tr valign="bottom" style="height:${HEIGHT}px">${cells.join('')}</tr></table>`
  );
}

/**
 * A day above its usual day as table cells, one an hour: mail programs that drop SVG and styles
 * still draw them. The day stands on the line, and the usual day hangs from it.
 */
export function barsHtml({ drawing, hours }: ReportRow): string {
  const { today, usual } = drawing;
  const top = chartTop([...today, ...(usual ?? [])].map((count) => count ?? 0));
  const flagged = new Set(hours);
  const day = today.map((count, hour) =>
    bar(count, top, HEIGHT, flagged.has(hour) ? LIGHT.flag : LIGHT.ink),
  );
  const below = (usual ?? []).map((count) => bar(count, top, HEIGHT, LIGHT.mid));
  const width = HOURS_PER_DAY * CELL;
  return (
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="${width}" style="table-layout:fixed;width:${width}px">` +
    `<tr valign="bottom" style="height:${HEIGHT}px">${day.join('')}</tr>` +
    `<tr valign="top" style="height:${HEIGHT}px">${below.join('')}</tr></table>`
  );
}
