import { useWindowVirtualizer } from '@tanstack/react-virtual';
import React, {
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { seriesKey } from '../../../../common/sources';
import type { Day } from '../../../../common/time';
import { translate } from '../../../i18n';
import { seriesPath, useServices } from '../../basics';
import { usePrinting, useWidth } from '../../rows';
import { MonthHead, type LeftOut } from './month_head';
import { monthColumns, monthLayout, PRINTED_MONTH } from './month_layout';
import { spanWords } from './month_words';
import { MonthRow } from './month_row';
import type { MonthAnswer, MonthSeries } from './month_rows';
import { rowHeight } from './row_height';
import { useRowCursor } from './use_row_cursor';

interface MonthTableProps {
  readonly month: MonthAnswer;
  readonly rows: readonly MonthSeries[];
  readonly leftOut: LeftOut;
  /** What can be done with the days of the run history. */
  readonly children: ReactNode;
}

const BEYOND = 20;
const HEAD_ROWS = 2;

function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true" style={{ height }}>
      <td colSpan={columns} />
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
      'Each day has 24 bars: up for more than usual, down for less. The unit (1×) is the usual busiest hour of the series, at least 5 events. A longer bar is cut at 3×, with a break. A silent stretch is one bar. A gap is time without data. Began: the strongest stretch of the latest unusual day, from its true beginning; (+2 h): hours flagged outside of it.',
  })}`;
}

function howWords(): string {
  return translate('logwave.month.footHow', {
    defaultMessage:
      'Click a day of a series to open it, or choose it with the arrow keys on its name.',
  });
}

function captionWords({ from, to }: MonthAnswer): string {
  return translate('logwave.month.caption', {
    defaultMessage: 'Series on the days {span}',
    values: { span: spanWords(from, to) },
  });
}

/** All series of the month. Rows outside the window are not rendered, but none is missing. */
export function MonthTable({ month, rows, leftOut, children }: MonthTableProps) {
  const { history } = useServices();
  const body = useRef<HTMLTableSectionElement>(null);
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  const isPrinting = usePrinting();
  const layout = useMemo(
    () => monthLayout(isPrinting ? PRINTED_MONTH : width),
    [isPrinting, width],
  );
  const [scrollMargin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const { top } = body.current?.getBoundingClientRect() ?? { top: 0 };
    setMargin(Math.round(top + window.scrollY));
  }, [rows, layout]);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => rowHeight(rows[index] ?? { began: null }, layout),
    getItemKey: (index) => {
      const { source, subtype } = rows[index] ?? { source: '', subtype: '' };
      return `${layout.isStacked ? 'stacked ' : ''}${seriesKey(source, subtype)}`;
    },
    scrollMargin,
    overscan: BEYOND,
  });
  const open = useCallback(
    (series: MonthSeries, day: Day) => history.push(seriesPath(day, series)),
    [history],
  );
  const keys = useMemo(() => rows.map(({ source, subtype }) => seriesKey(source, subtype)), [rows]);
  const cursor = useRowCursor(keys, body, (index) => virtual.scrollToIndex(index));
  const items = isPrinting ? [] : virtual.getVirtualItems();
  const [first, last] = [items[0], items[items.length - 1]];
  const shown = isPrinting ? rows : items.flatMap(({ index }) => rows[index] ?? []);
  const before = first === undefined ? 0 : first.start - scrollMargin;
  const after = last === undefined ? 0 : virtual.getTotalSize() - (last.end - scrollMargin);
  const columns = monthColumns(layout);
  const shownKeys = shown.map(({ source, subtype }) => seriesKey(source, subtype));
  const stop = shownKeys.find((key) => key === cursor.current) ?? shownKeys[0];
  return (
    <div ref={element}>
      <table
        className="lwMonth"
        aria-rowcount={rows.length + HEAD_ROWS}
        data-test-subj="logwaveMonth"
      >
        <caption className="lwHidden">{captionWords(month)}</caption>
        {!layout.isStacked && (
          <colgroup>
            <col />
            {layout.code > 0 && <col style={{ width: layout.code }} />}
            <col style={{ width: layout.scale.width }} />
            {layout.unit > 0 && <col style={{ width: layout.unit }} />}
            <col style={{ width: layout.began }} />
            <col style={{ width: layout.words }} />
          </colgroup>
        )}
        <MonthHead days={month.days} layout={layout} leftOut={leftOut}>
          {children}
        </MonthHead>
        <tbody ref={body} onKeyDown={cursor.onKeyDown} onFocus={cursor.onFocus}>
          <Gap height={before} columns={columns} />
          {shown.map((series, place) => (
            <MonthRow
              key={seriesKey(series.source, series.subtype)}
              series={series}
              days={month.days}
              layout={layout}
              isCurrent={shownKeys[place] === stop}
              ariaIndex={(first?.index ?? 0) + place + HEAD_ROWS + 1}
              onOpen={open}
            />
          ))}
          <Gap height={after} columns={columns} />
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={columns} className="lwSub" data-test-subj="logwaveMonthFoot">
              {footWords(month)} <span className="lwScreenOnly">{howWords()}</span>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
