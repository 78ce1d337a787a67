import { useWindowVirtualizer } from '@tanstack/react-virtual';
import React, { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { seriesKey } from '../../../../common/sources';
import type { Day } from '../../../../common/time';
import { translate } from '../../../i18n';
import { seriesPath, useServices } from '../../basics';
import { FLAGGED_ROW, MONTH_WIDTH, QUIET_ROW } from '../../charts';
import { usePrinting } from '../../rows';
import { MonthHead } from './month_head';
import { MonthRow } from './month_row';
import type { MonthAnswer, MonthSeries } from './month_rows';

interface MonthTableProps {
  readonly month: MonthAnswer;
  readonly rows: readonly MonthSeries[];
}

const BEYOND = 20;
const HEAD_ROWS = 2;
const COLUMNS = 6;

function Gap({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true" style={{ height }}>
      <td colSpan={COLUMNS} />
    </tr>
  );
}

function footWords({ only_flagged: isCrowded }: MonthAnswer): string {
  const ink = isCrowded
    ? translate('logwave.month.footCrowded', {
        defaultMessage: 'With more than 2,000 series, only flagged hours are drawn.',
      })
    : translate('logwave.month.footInk', {
        defaultMessage: 'Only hours outside their usual range are drawn.',
      });
  return `${ink} ${translate('logwave.month.foot', {
    defaultMessage:
      'Each day has 24 bars: up for more than usual, down for less. The unit is the usual busiest hour of the series (column 1×). Bars end at 3×, with a break where they are longer. A gap is time without data. Click a day of a series to open it, or choose it with the arrow keys on its name.',
  })}`;
}

/** All series of the month; rows beyond the window are not rendered, and none is cut. */
export function MonthTable({ month, rows }: MonthTableProps) {
  const { history } = useServices();
  const body = useRef<HTMLTableSectionElement>(null);
  const [scrollMargin, setMargin] = useState(0);
  const isPrinting = usePrinting();
  useLayoutEffect(() => {
    const { top } = body.current?.getBoundingClientRect() ?? { top: 0 };
    setMargin(Math.round(top + window.scrollY));
  }, [rows]);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.began == null ? QUIET_ROW : FLAGGED_ROW).height,
    getItemKey: (index) => {
      const { source, subtype } = rows[index] ?? { source: '', subtype: '' };
      return seriesKey(source, subtype);
    },
    scrollMargin,
    overscan: BEYOND,
  });
  const open = useCallback(
    (series: MonthSeries, day: Day) => history.push(seriesPath(day, series)),
    [history],
  );
  const items = isPrinting ? [] : virtual.getVirtualItems();
  const [first, last] = [items[0], items[items.length - 1]];
  const shown = isPrinting ? rows : items.flatMap(({ index }) => rows[index] ?? []);
  const before = first === undefined ? 0 : first.start - scrollMargin;
  const after = last === undefined ? 0 : virtual.getTotalSize() - (last.end - scrollMargin);
  return (
    <table
      className="lwMonth"
      aria-rowcount={rows.length + HEAD_ROWS}
      data-test-subj="logwaveMonth"
    >
      <caption className="lwHidden">{month.summary}</caption>
      <colgroup>
        <col />
        <col style={{ width: 118 }} />
        <col style={{ width: MONTH_WIDTH }} />
        <col style={{ width: 52 }} />
        <col style={{ width: 100 }} />
        <col style={{ width: 104 }} />
      </colgroup>
      <MonthHead days={month.days} />
      <tbody ref={body}>
        <Gap height={before} />
        {shown.map((series, place) => (
          <MonthRow
            key={seriesKey(series.source, series.subtype)}
            series={series}
            days={month.days}
            ariaIndex={(first?.index ?? 0) + place + HEAD_ROWS + 1}
            onOpen={open}
          />
        ))}
        <Gap height={after} />
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={COLUMNS} className="lwSub" data-test-subj="logwaveMonthFoot">
            {footWords(month)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
