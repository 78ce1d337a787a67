import { hourScale, sparkline } from '../charts';
import { HOURS_PER_DAY } from '../time';
import { escapeHtml } from './escape_html';
import type { ReportRow } from './day_report';

const SIZE = { hour: 12, height: 38, isQuiet: false };
const DOT = 3;
/** The labels at the ends stay within the line. */
const ANCHORS: ReadonlyMap<number, string> = new Map([
  [0, 'start'],
  [HOURS_PER_DAY, 'end'],
]);
const AXIS = { height: 12, baseline: 10, every: 6 };

function path(name: string, d: string): string {
  // A tenth of a pixel is invisible, and fifty drawings have to fit into a mail.
  const short = d.replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number))));
  return d === '' ? '' : `<path class="${name}" d="${short}"/>`;
}

/** The line of a finding against its usual day, as an SVG element. */
export function sparklineHtml(row: ReportRow): string {
  const drawing = sparkline(row.drawing, SIZE);
  const { dots, rings, rule, labels } = drawing.flags;
  const marks = [
    path('grid', drawing.grid),
    path('outer', drawing.outer),
    path('inner', drawing.inner),
    path('usual', drawing.usual),
    path('usual', drawing.thin),
    path('unknown', drawing.hatch),
    path('day', drawing.today),
    path('rule', rule),
    ...rings.map(({ x, y }) => `<circle class="ring" cx="${x}" cy="${y}" r="${DOT}"/>`),
    ...dots.map(({ x, y }) => `<circle class="dot" cx="${x}" cy="${y}" r="${DOT}"/>`),
    ...labels.flatMap(({ leader }) =>
      leader === undefined
        ? []
        : path('leader', `M${leader.from.x} ${leader.from.y}L${leader.to.x} ${leader.to.y}`),
    ),
    ...labels.map(
      ({ x, y, anchor, text }) =>
        `<text x="${x}" y="${y}" text-anchor="${anchor}">${escapeHtml(text)}</text>`,
    ),
  ];
  const { width, height } = drawing;
  const label = escapeHtml(`${row.verdict_words} ${row.sentence}`);
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" ` +
    `aria-label="${label}">${marks.join('')}</svg>`
  );
}

/** The hours above the lines of a table. */
export function hoursHtml(): string {
  const x = hourScale(SIZE.hour);
  const texts = Array.from({ length: HOURS_PER_DAY / AXIS.every + 1 }, (_, index) => {
    const hour = index * AXIS.every;
    const anchor = ANCHORS.get(hour) ?? 'middle';
    const text = String(hour).padStart(2, '0');
    return `<text x="${x.left(hour)}" y="${AXIS.baseline}" text-anchor="${anchor}">${text}</text>`;
  });
  return (
    `<svg class="hours" viewBox="0 0 ${x.width} ${AXIS.height}" width="${x.width}" ` +
    `height="${AXIS.height}" role="img" aria-label="Hours 0 to 24">${texts.join('')}</svg>`
  );
}
