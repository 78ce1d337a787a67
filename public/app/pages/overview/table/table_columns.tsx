import React from 'react';
import { HOURS_PER_DAY } from '../../../../../common/time';
import { GAPS, type TableLayout } from './table_layout';

/** Widths of the table's columns from left to right; undefined takes the rest. */
export function columnWidths(layout: TableLayout): (number | undefined)[] {
  if (layout.isCard) return [undefined];
  const widths = [
    layout.name,
    layout.code,
    layout.today,
    layout.usual,
    GAPS.beforeSpark,
    HOURS_PER_DAY * layout.hour,
    layout.top,
    layout.surprise + GAPS.beforeSurprise,
    layout.strip,
    layout.ratio,
    GAPS.beforeWords,
    layout.words,
    layout.actions,
  ];
  return widths.filter((width) => width !== 0);
}

/** How many columns the table has. */
export function columnCount(layout: TableLayout): number {
  return columnWidths(layout).length;
}

/** The columns of the table. */
export function TableColumns({ layout }: { readonly layout: TableLayout }) {
  return (
    <colgroup>
      {columnWidths(layout).map((width, index) => (
        // The columns have no other key than their index.
        <col key={index} style={{ width }} />
      ))}
    </colgroup>
  );
}
