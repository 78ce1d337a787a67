import { MS_PER_HOUR } from '../../../common/time';
import { lengthWords, silenceBegan } from '../../../common/silence';
import { type SilenceLook, type SilenceRow, watchedWords } from '../../../server/app/silence';
import { visible, wrap } from './report_text';

const HEAD = ['state', 'source', 'host or series', 'silent for', 'morning', 'usual'] as const;
const WIDEST = 32;

function nameOf({ host, subtype, series_name: name, folded }: SilenceRow): string {
  if (host !== null || subtype !== null) return name;
  return folded === 0 ? '(all)' : `(all: ${folded})`;
}

function cells(row: SilenceRow, at: number): string[] {
  const end = row.recovered_at === null ? at : Date.parse(row.recovered_at);
  const hours = Math.max(0, end - silenceBegan(row)) / MS_PER_HOUR;
  return [
    row.state,
    row.source,
    visible(nameOf(row)).slice(0, WIDEST),
    lengthWords(hours),
    row.mornings === 0 ? '' : String(row.mornings),
    row.usual,
  ];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = HEAD.map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, (row[column] ?? '').length), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function nothingWords({ not_known: unknown }: SilenceLook): string {
  return unknown === null ? 'Nothing is silent.' : 'Nothing is known to be silent.';
}

/** What is silent, line by line. Gone streams are only counted unless they are requested. */
export function silenceLines(look: SilenceLook, isWithGone: boolean): string[] {
  const at = Date.parse(look.at);
  const gone = look.rows.filter(({ state }) => state === 'gone').length;
  const rows = look.rows.filter(({ state }) => isWithGone || state !== 'gone');
  const shown = rows.length === 0 ? [] : table([HEAD, ...rows.map((row) => cells(row, at))]);
  const hidden = isWithGone || gone === 0 ? [] : [`Marked as gone: ${gone}. --all shows them.`];
  return [
    ...(rows.length === 0 ? [nothingWords(look)] : shown),
    ...(look.not_known === null ? [] : [`Not known: ${look.not_known}.`]),
    ...(look.quiet_together === null ? [] : [`Offices: ${look.quiet_together}.`]),
    ...hidden,
    `Watched: ${watchedWords(look)}.`,
    ...look.notes.flatMap((note) => wrap(note, '  ')),
  ];
}
