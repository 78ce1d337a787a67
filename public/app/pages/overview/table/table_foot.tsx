import React from 'react';
import { hourAxis, hourScale } from '../../../../../common/charts';
import { HourAxisSvg } from '../../../components';
import { useRowContext } from './row_context';
import { columnCount } from './table_columns';

/** Cells before the sparkline. The row's header may span two columns. */
const BEFORE = 4;

/** The same axis of hours once more, below the rows. */
export function TableFoot() {
  const { layout, lengths } = useRowContext();
  const axis = <HourAxisSvg axis={hourAxis(hourScale(layout.hour), 'below', lengths)} />;
  if (layout.isCard) {
    return (
      <tfoot>
        <tr>
          <td className="lwAxisCell">{axis}</td>
        </tr>
      </tfoot>
    );
  }
  const before = layout.code === 0 ? BEFORE : BEFORE + 1;
  return (
    <tfoot>
      <tr>
        <td colSpan={before} />
        <td className="lwAxisCell">{axis}</td>
        <td colSpan={columnCount(layout) - before - 1} />
      </tr>
    </tfoot>
  );
}
