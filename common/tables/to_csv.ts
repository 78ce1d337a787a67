import type { Cell, DataTable } from './data_table';

const LINE_END = '\r\n';
const NEEDS_QUOTES = /[",\r\n]/;
/**
 * A spreadsheet takes a text that begins with one of these as a formula, also behind blanks and
 * characters that are not seen.
 */
const FORMULA = /^(?:[\t\r]|[\s\p{C}]*[=+\-@＝＋－＠])/u;

function textOf(cell: Cell): string {
  if (cell === null) return '';
  // A number is not a formula, even a negative one.
  if (typeof cell === 'number') return String(cell);
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The table as comma-separated values (RFC 4180), its columns as the first line. Texts come from
 * logs, so one that a spreadsheet would take as a formula is prefixed with an apostrophe.
 */
export function toCsv({ columns, rows }: DataTable): string {
  return [columns, ...rows]
    .map((cells) => cells.map((cell) => quoted(textOf(cell))).join(','))
    .map((line) => line + LINE_END)
    .join('');
}
