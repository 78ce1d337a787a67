import React, { useMemo, useRef, type CSSProperties, type MouseEvent } from 'react';
import type { RowSize, ReturnPoint } from '../../../basics';
import { limitX } from '../../../components';
import { HourLine, pointedHour } from './hour_line';
import { type OverviewRow, type OverviewRows } from '../../../rows';
import { useRowContext } from './row_context';
import { isRowClick, rowKeyAt } from './row_events';
import { TableBody } from './table_body';
import { TableColumns } from './table_columns';
import { TableFoot } from './table_foot';
import { TableHead } from './table_head';
import { tableItems, type TableItem } from './table_items';
import { GAPS, sparkLeft, type TableLayout } from './table_layout';
import { useOpenGroups } from './use_open_groups';
import { useCurrentRow } from './use_current_row';
import { useTableKeys } from './use_table_keys';
import { useVirtualRows } from './use_virtual_rows';

interface SeriesTableProps {
  readonly rows: OverviewRows;
  readonly caption: string;
  readonly size: RowSize;
  readonly isFolded: boolean;
  /** A filter is active: the rows that match it are not folded away. */
  readonly isFiltered: boolean;
  /** The row that the reader returned to. */
  readonly back: ReturnPoint | undefined;
  readonly onFold: () => void;
  readonly onOpen: (row: OverviewRow) => void;
  readonly onDocuments: (row: OverviewRow) => void;
  /** Announces something to readers who do not see the cursor. */
  readonly onSay: (words: string) => void;
}

/** What the sticky head and foot, and Kibana's own header, cover of the window, in pixels. */
const COVERED = { top: 150, bottom: 40 };

/** The position of the threshold line in the rows, for the style sheet. */
function limitStyle(end: number): CSSProperties {
  return { '--lw-limit': `${GAPS.beforeSurprise + limitX(end)}px` } as CSSProperties;
}

function tableClass(size: RowSize, { code, isCard }: TableLayout): string {
  const name = `lwTable lwTable-${size}`;
  if (isCard) return `${name} lwTable-cards`;
  return code === 0 ? `${name} lwTable-narrow` : name;
}

function rowAt(items: readonly TableItem[], key: string | undefined): OverviewRow | undefined {
  const item = items.find((candidate) => candidate.kind === 'row' && candidate.row.key === key);
  return item?.kind === 'row' ? item.row : undefined;
}

/** All series of the day: one table, one axis of hours, one cursor. */
export function SeriesTable(props: SeriesTableProps) {
  const { rows, caption, size, isFolded, isFiltered, back, onFold, onOpen, onDocuments, onSay } =
    props;
  const { cursor, layout, surpriseEnd, isPrinting, onJudge } = useRowContext();
  const table = useRef<HTMLTableElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const axis = useRef<HTMLDivElement>(null);
  const scrollTo = useRef<(index: number) => void>(() => {});
  const groups = useOpenGroups(rows, isFiltered, back?.row);
  const { open } = groups;
  const items = useMemo(
    () => tableItems(rows, { isQuietFolded: isFolded, open, isPrinting }),
    [rows, isFolded, open, isPrinting],
  );
  const current = useCurrentRow(items, table, scrollTo, back);
  const { index } = current;
  const virtual = useVirtualRows({
    items,
    size,
    isCard: layout.isCard,
    body,
    current: index,
    covered: COVERED,
    isPrinting,
  });
  scrollTo.current = virtual.scrollTo;
  const onKeyDown = useTableKeys({ cursor, current, onOpen, onDocuments, onJudge, onSay });
  const onClick = (event: MouseEvent): void => {
    const row = isRowClick(event) ? rowAt(items, rowKeyAt(event)) : undefined;
    if (row !== undefined) onOpen(row);
  };
  const chooseFocused = (event: { readonly target: EventTarget }): void => {
    const key = rowKeyAt(event);
    if (key !== undefined) current.choose(key, false);
  };
  const pointAt = (event: MouseEvent): void =>
    cursor.set(pointedHour(axis, event.clientX, layout.hour));
  return (
    <div className="lwTableWrap" onMouseMove={pointAt} onMouseLeave={() => cursor.set(undefined)}>
      <table
        ref={table}
        className={tableClass(size, layout)}
        style={limitStyle(surpriseEnd)}
        aria-rowcount={items.length + 1}
        onClick={onClick}
        onFocus={chooseFocused}
        onKeyDown={onKeyDown}
        data-test-subj="logwaveTable"
      >
        <caption className="lwHidden">{caption}</caption>
        <TableColumns layout={layout} />
        <TableHead axisRef={axis} />
        <TableBody
          {...{ body, items, rows, virtual, isFolded, onFold }}
          onGroup={groups.toggle}
          current={current.key}
        />
        <TableFoot />
      </table>
      <HourLine cursor={cursor} layout={layout} left={sparkLeft(layout)} />
    </div>
  );
}
