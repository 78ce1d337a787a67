import { useEffect, type KeyboardEvent } from 'react';
import type { JudgmentKind } from '../../../../../common/marks';
import { useServices, useKeys } from '../../../basics';
import { steppedHour, type HourCursor, type OverviewRow } from '../../../rows';
import { isOnRow } from './row_events';
import { hourWords, rowTitle } from './row_words';
import type { CurrentRow } from './use_current_row';

interface Options {
  readonly cursor: HourCursor;
  readonly current: CurrentRow;
  readonly onOpen: (row: OverviewRow) => void;
  readonly onDocuments: (row: OverviewRow) => void;
  readonly onJudge: ((row: OverviewRow, kind: JudgmentKind) => void) | undefined;
  /** Announces something to readers who do not see the cursor. */
  readonly onSay: (words: string) => void;
}

/**
 * The keys of the table: `j` and `k` for the rows, arrows for the hours, `o` and `d` for the current
 * row, and `e`, `i` and `u` to judge it.
 *
 * @returns what the table does with a key while one of its rows has the focus
 */
export function useTableKeys(options: Options): (event: KeyboardEvent) => void {
  const { cursor, current, onOpen, onDocuments, onJudge, onSay } = options;
  const { storage } = useServices();
  const moveHour = (step: 1 | -1): void => {
    const hour = steppedHour(cursor.get(), step);
    cursor.set(hour);
    if (current.row !== undefined)
      onSay(`${rowTitle(current.row)}: ${hourWords(current.row, hour)}`);
  };
  const withRow = (act: (row: OverviewRow) => void) => (): void => {
    if (current.row !== undefined) act(current.row);
  };
  const judging = (kind: JudgmentKind) =>
    withRow((row) => {
      const isJudgeable = row.series !== undefined && (row.isFlagged || row.judgment !== null);
      if (isJudgeable) onJudge?.(row, kind);
    });
  useKeys(
    {
      j: () => current.step(1),
      k: () => current.step(-1),
      o: withRow(onOpen),
      d: withRow(onDocuments),
      e: judging('expected'),
      i: judging('incident'),
      u: judging('none'),
      ArrowLeft: () => moveHour(-1),
      ArrowRight: () => moveHour(1),
      Escape: () => cursor.set(undefined),
    },
    storage,
  );
  useEffect(() => () => cursor.set(undefined), [cursor]);
  const onRow: Readonly<Record<string, () => void>> = {
    Enter: withRow(onOpen),
    ArrowDown: () => current.step(1),
    ArrowUp: () => current.step(-1),
  };
  return (event) => {
    const act = isOnRow(event) ? onRow[event.key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
}
