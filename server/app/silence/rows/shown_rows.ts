import { byOverdue } from './fold_rows';
import { type Mark, markOf } from '../marks';
import type { SilenceRow, StreamRef } from './silence_row';

/**
 * The stored silences that are still shown, without those muted or marked as gone since; the most
 * overdue first.
 *
 * @param now for the end of mutes
 */
export function shownRows(
  rows: readonly SilenceRow[],
  marks: readonly Mark[],
  now: Date,
): SilenceRow[] {
  return rows
    .filter((row) => {
      const mark = markOf(marks, row);
      if (mark === undefined) return true;
      const isOver = mark.until !== null && Date.parse(mark.until) <= now.getTime();
      // A stream that was marked as gone and sent events after that is back.
      return isOver || (mark.kind === 'gone' && mark.at < row.last_seen);
    })
    .sort(byOverdue(now));
}

/** "web1 of syslog", "series 3 of syslog", "syslog". */
export function streamWords({ source, host, subtype }: StreamRef): string {
  if (host !== null) return `${host} of ${source}`;
  return subtype === null ? source : `series ${subtype} of ${source}`;
}
