import React, { memo } from 'react';
import type { LedgerDay } from '../../../../common/api';
import { seriesKey } from '../../../../common/sources';
import type { Day } from '../../../../common/time';
import { seriesPath } from '../../basics';
import { FLAGGED_ROW, QUIET_ROW } from '../../../../common/charts';
import { AppLink, CutName, MonthSvg } from '../../components';
import { amountWords, subtypeText } from '../../words';
import type { MonthLayout } from './month_layout';
import { rowHeight } from './row_height';
import type { MonthSeries } from './month_rows';
import { beganWords, cellWords, lastTitle, lastWords, rowWords } from './month_words';
import { useDayCursor } from './use_day_cursor';

interface MonthRowProps {
  readonly series: MonthSeries;
  readonly days: readonly LedgerDay[];
  readonly layout: MonthLayout;
  /** Only the link of the current row can be reached with the tab key. */
  readonly isCurrent: boolean;
  readonly ariaIndex: number;
  readonly onOpen: (series: MonthSeries, day: Day) => void;
}

/** A series over the month, and the beginning of its latest finding. */
export const MonthRow = memo(function MonthRow(props: MonthRowProps) {
  const { series, days, layout, isCurrent, ariaIndex, onOpen } = props;
  const { name, code, began, unit } = series;
  const shape = began === null ? QUIET_ROW : FLAGGED_ROW;
  const latest = days.findIndex(({ day }) => day === began?.day);
  const first = latest < 0 ? days.length - 1 : latest;
  const open = (place: number): void => {
    const day = days[place]?.day;
    if (day !== undefined) onOpen(series, day);
  };
  const { place, ...keys } = useDayCursor(days.length, first, open);
  const chosen = place === undefined ? undefined : days[place];
  const opened = days[first]?.day;
  const { scale, isStacked } = layout;
  const picture = (
    <MonthSvg
      ink={series}
      days={days}
      shape={shape}
      scale={scale}
      label={rowWords(series)}
      boxed={place}
      onPick={open}
    />
  );
  const link = <CutName name={name} />;
  const head = (
    <>
      {opened === undefined ? (
        link
      ) : (
        <AppLink to={seriesPath(opened, series)} tabIndex={isCurrent ? 0 : -1}>
          {link}
        </AppLink>
      )}
      {chosen !== undefined && place !== undefined && (
        <span role="status" className="lwHidden" data-test-subj="logwaveMonthCell">
          {cellWords(series, place, chosen)}
        </span>
      )}
    </>
  );
  const row = {
    className: began === null ? 'lwMonthRow lwMonthRow-quiet' : 'lwMonthRow',
    'aria-rowindex': ariaIndex,
    'data-series': seriesKey(series.source, series.subtype),
    'data-test-subj': `monthRow-${series.source}-${series.subtype}`,
  };
  const title = code === name ? name : `${name}, ${code}`;
  if (isStacked) {
    return (
      <tr {...row} style={{ height: rowHeight(series, layout) }}>
        <th scope="row" className="lwMonthStacked" {...keys}>
          <span className="lwMonthStacked-head">
            <span className="lwMonthName" title={title}>
              {head}
            </span>
            <span>
              <span className="lwMonthBegan lwFlagText">{beganWords(series)}</span>{' '}
              <span className="lwSub" title={lastTitle(series)}>
                {lastWords(series)}
              </span>
            </span>
          </span>
          {picture}
        </th>
      </tr>
    );
  }
  const hasCode = layout.code > 0 && code !== name;
  return (
    <tr {...row} style={{ height: rowHeight(series, layout) }}>
      <th
        scope="row"
        className="lwMonthName"
        colSpan={layout.code > 0 && !hasCode ? 2 : 1}
        title={title}
        {...keys}
      >
        {head}
      </th>
      {hasCode && (
        <td className="lwSub lwMonthCode" title={code}>
          <CutName name={`${series.source} ${subtypeText(series.subtype)}`} />
        </td>
      )}
      <td>{picture}</td>
      {layout.unit > 0 && (
        <td className="lwNumber lwSub">{unit === null ? '–' : amountWords(unit)}</td>
      )}
      <td className="lwMonthBegan lwFlagText">{beganWords(series)}</td>
      <td className="lwSub lwMonthLast" title={lastTitle(series)}>
        {lastWords(series)}
      </td>
    </tr>
  );
});
