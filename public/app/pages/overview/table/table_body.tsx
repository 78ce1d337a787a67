import React, { useMemo, type RefObject } from 'react';
import type { VirtualRows } from './use_virtual_rows';
import type { OverviewRows } from '../../../rows';
import { useRowContext } from './row_context';
import { SectionRow } from './section_row';
import { mayWrap } from './row_heights';
import { SeriesRow } from './series_row';
import { columnCount } from './table_columns';
import type { TableItem } from './table_items';

interface TableBodyProps {
  readonly body: RefObject<HTMLTableSectionElement>;
  readonly items: readonly TableItem[];
  readonly rows: OverviewRows;
  readonly virtual: VirtualRows;
  readonly current: string | undefined;
  readonly isFolded: boolean;
  readonly onFold: () => void;
}

/** The head is the first row of the table. */
const HEAD_ROWS = 1;

/**
 * The rows on the screen, and gaps for the others. Another series at the same place is drawn into
 * the same row, which is sooner done than a new one; a row that is measured is always its own.
 */
export function TableBody(props: TableBodyProps) {
  const { body, items, rows, virtual, current, isFolded, onFold } = props;
  const { layout } = useRowContext();
  const notAssessed = useMemo(
    () => rows.quiet.filter(({ isAssessed }) => !isAssessed).length,
    [rows.quiet],
  );
  return (
    <tbody ref={body}>
      {virtual.parts.map((part) => {
        if (part.kind === 'gap') {
          return (
            <tr key={part.key} className="lwGap" aria-hidden="true" style={{ height: part.height }}>
              <td colSpan={columnCount(layout)} />
            </tr>
          );
        }
        const item = items[part.index];
        const ariaIndex = part.index + 1 + HEAD_ROWS;
        if (item === undefined) return null;
        if (item.kind === 'section') {
          return (
            <SectionRow
              key="section"
              quiet={rows.quiet.length}
              notAssessed={notAssessed}
              isFolded={isFolded}
              ariaIndex={ariaIndex}
              onFold={onFold}
            />
          );
        }
        const isMeasured = mayWrap(item.row, layout);
        return (
          <SeriesRow
            key={isMeasured ? item.row.key : part.index}
            row={item.row}
            ariaIndex={ariaIndex}
            index={part.index}
            isCurrent={item.row.key === current}
            measure={isMeasured ? virtual.measure : undefined}
          />
        );
      })}
    </tbody>
  );
}
