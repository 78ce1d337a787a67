import { dailyBars } from '../charts';
import { escapeHtml } from './escape_html';
import { SILENCES, type ReportSilence } from './silent_streams';

/** The last 31 days of a stream: one bar a day, and a line along zero since it became silent. */
export function daysHtml({ daily, name }: ReportSilence): string {
  const { width, height, base, bars, silent, unknown } = dailyBars(daily);
  if (width <= 0) return '';
  const marks = [
    ['axis', base],
    ['bars', bars],
    ['unknown', unknown],
    ['rule', silent],
  ].map(([look = '', d = '']) => (d === '' ? '' : `<path class="${look}" d="${d}"/>`));
  const label = escapeHtml(`Events of ${name} on ${daily.length} days`);
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" ` +
    `aria-label="${label}">${marks.join('')}</svg>`
  );
}

function rowHtml(silence: ReportSilence): string {
  const { name, kind, since, sentence } = silence;
  const isNew = since === 'New' ? ' class="change"' : ' class="since"';
  return (
    `<tr><th scope="row">${escapeHtml(name)}<small>${escapeHtml(kind)}</small></th>` +
    `<td class="chart">${daysHtml(silence)}</td><td${isNew}>${escapeHtml(since)}</td>` +
    `<td class="words">${escapeHtml(sentence)}</td></tr>`
  );
}

/** Streams that are silent, one row each, with their last days. */
export function silencesHtml(silences: readonly ReportSilence[]): string {
  if (silences.length === 0) return '';
  const head =
    `<thead><tr><th scope="col">${SILENCES}</th><th scope="col">Last 31 days</th>` +
    '<th scope="col">Since</th><th scope="col">In words</th></tr></thead>';
  return `<table class="streams">${head}<tbody>${silences.map(rowHtml).join('')}</tbody></table>`;
}
