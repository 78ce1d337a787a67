import type { Source } from '../../../common/sources';
import type { SilenceRow } from './silence_row';

const ORDER: Readonly<Record<SilenceRow['state'], number>> = {
  silent: 0,
  late: 1,
  recovered: 2,
  muted: 3,
  gone: 4,
};

/** How many times as long as it may be a silence is. */
function overdue({ last_seen: last, due_by: due }: SilenceRow, at: Date): number {
  if (due === null) return 0;
  const allowed = Math.max(1, Date.parse(due) - Date.parse(last));
  return (at.getTime() - Date.parse(last)) / allowed;
}

/** The most overdue first. What is muted or gone comes last. */
export function byOverdue(at: Date): (a: SilenceRow, b: SilenceRow) => number {
  return (a, b) => ORDER[a.state] - ORDER[b.state] || overdue(b, at) - overdue(a, at);
}

/**
 * One row for a source that is silent as a whole: those of its hosts and series are folded into it.
 *
 * @param groups sources that look at the same documents
 */
export function foldRows(
  rows: readonly SilenceRow[],
  groups: readonly (readonly Source[])[],
  at: Date,
): SilenceRow[] {
  const wholes = new Map<string, SilenceRow>();
  for (const row of rows) {
    if (row.host === null && row.subtype === null && row.state !== 'late')
      wholes.set(row.source, row);
  }
  const wholeOf = new Map<string, SilenceRow>();
  for (const sources of groups) {
    const whole = sources.flatMap(({ id }) => wholes.get(id) ?? [])[0];
    if (whole !== undefined) for (const { id } of sources) wholeOf.set(id, whole);
  }
  const folded = new Map<SilenceRow, number>();
  const kept = rows.filter((row) => {
    const whole = wholeOf.get(row.source);
    if (whole === undefined || whole === row || row.state === 'gone') return true;
    folded.set(whole, (folded.get(whole) ?? 0) + 1);
    return false;
  });
  return kept.map((row) => ({ ...row, folded: folded.get(row) ?? 0 })).sort(byOverdue(at));
}
