import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { ReturnPoint } from '../../../basics';
import type { OverviewRow } from '../../../rows';
import { rowKeyAt } from './row_events';
import { steppedRow, type TableItem } from './table_items';

/** The row that keys act on, and moving from one to the next. */
export interface CurrentRow {
  readonly key: string | undefined;
  readonly row: OverviewRow | undefined;
  /** -1 if there is none. */
  readonly index: number;
  /** Makes another row the current one, and focuses it. */
  readonly step: (step: 1 | -1) => void;
  readonly choose: (key: string, focus: boolean) => void;
}

function elementOf(table: HTMLElement | null, key: string): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(key)}"]`) ?? null;
}

/**
 * Tracks the current row. It is focused once it is rendered: a row that was scrolled to appears a
 * moment later.
 */
export function useCurrentRow(
  items: readonly TableItem[],
  table: RefObject<HTMLElement>,
  scrollTo: RefObject<(index: number) => void>,
  back: ReturnPoint | undefined,
): CurrentRow {
  const [key, setKey] = useState(back?.row);
  const wanted = useRef(back?.row);
  const indexOf = (wantedKey: string | undefined): number =>
    items.findIndex((item) => item.kind === 'row' && item.row.key === wantedKey);
  const found = indexOf(key);
  const index = found < 0 ? items.findIndex(({ kind }) => kind === 'row') : found;
  const item = items[index];
  const row = item?.kind === 'row' ? item.row : undefined;
  const focused = rowKeyAt({ target: document.activeElement });
  useLayoutEffect(() => {
    // The row that had the focus may show another series now, or be gone. The focus follows its
    // series.
    if (focused !== undefined && rowKeyAt({ target: document.activeElement }) !== row?.key) {
      wanted.current = wanted.current ?? row?.key;
    }
  });
  useEffect(() => {
    if (wanted.current === undefined) return;
    const element = elementOf(table.current, wanted.current);
    if (element === null) return;
    wanted.current = undefined;
    element.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (back !== undefined && back.scroll === undefined && found >= 0) scrollTo.current?.(found);
    // Only once, when the table appears. Later the reader decides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const choose = (chosen: string, focus: boolean): void => {
    if (focus) wanted.current = chosen;
    setKey(chosen);
  };
  return {
    key: row?.key,
    row,
    index,
    choose,
    step: (step) => {
      const next = steppedRow(items, found < 0 ? undefined : key, step);
      if (next === undefined) return;
      choose(next.key, true);
      scrollTo.current?.(indexOf(next.key));
    },
  };
}
