import React, { memo, type MouseEvent } from 'react';
import type { LedgerDay } from '../../../../common/api';
import type { Day } from '../../../../common/time';
import { amountWords, clockWords } from '../../../../common/waveform/words';
import { seriesPath } from '../../basics';
import {
  dayBox,
  DAY_WIDTH,
  FLAGGED_ROW,
  knownLine,
  monthBars,
  MONTH_WIDTH,
  QUIET_ROW,
  weekRules,
} from '../../charts';
import { AppLink } from '../../components';
import { shortDay, subtypeText } from '../../words';
import type { MonthSeries } from './month_rows';
import { cellWords, lastWords, rowWords } from './month_words';
import { useDayCursor } from './use_day_cursor';

interface MonthRowProps {
  readonly series: MonthSeries;
  readonly days: readonly LedgerDay[];
  readonly ariaIndex: number;
  readonly onOpen: (series: MonthSeries, day: Day) => void;
}

interface PictureProps extends Pick<MonthRowProps, 'series' | 'days'> {
  /** The place of the day that is chosen by keys. */
  readonly cursor: number | undefined;
  readonly onPick: (place: number) => void;
}

/** 31 days of a series: ink only where an hour left its usual range. */
function Picture({ series, days, cursor, onPick }: PictureProps) {
  const { began, marks } = series;
  const shape = began === null ? QUIET_ROW : FLAGGED_ROW;
  const { flagged, quiet } = monthBars(marks, shape);
  const pick = (event: MouseEvent<SVGSVGElement>): void => {
    const { left } = event.currentTarget.getBoundingClientRect();
    onPick(Math.floor((event.clientX - left) / DAY_WIDTH));
  };
  return (
    <svg
      className="lwMonthSvg"
      width={MONTH_WIDTH}
      height={shape.height}
      role="img"
      aria-label={rowWords(series)}
      onClick={pick}
    >
      <path className="lwGrid" d={weekRules(days, shape.height)} />
      <path className="lwMonthBase" d={knownLine(days, shape.base)} />
      <path className="lwMonthQuiet" d={quiet} />
      <path className="lwFlagDot" d={flagged} />
      {cursor !== undefined && (
        <path
          className="lwMonthCursor"
          d={dayBox(cursor, shape.height)}
          data-test-subj="logwaveMonthCursor"
        />
      )}
    </svg>
  );
}

/** A series over the month, and when what is unusual about it began. */
export const MonthRow = memo(function MonthRow(props: MonthRowProps) {
  const { series, days, ariaIndex, onOpen } = props;
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
  return (
    <tr
      className={began === null ? 'lwMonthRow lwMonthRow-quiet' : 'lwMonthRow'}
      aria-rowindex={ariaIndex}
      style={{ height: shape.height }}
      data-test-subj={`monthRow-${series.source}-${series.subtype}`}
    >
      <th
        scope="row"
        className="lwMonthName"
        colSpan={code === name ? 2 : 1}
        title={code}
        {...keys}
      >
        {opened === undefined ? name : <AppLink to={seriesPath(opened, series)}>{name}</AppLink>}
        {chosen !== undefined && place !== undefined && (
          <span role="status" className="lwHidden" data-test-subj="logwaveMonthCell">
            {cellWords(series, place, chosen)}
          </span>
        )}
      </th>
      {code !== name && (
        <td className="lwSub lwMonthCode">{`${series.source} ${subtypeText(series.subtype)}`}</td>
      )}
      <td>
        <Picture series={series} days={days} cursor={place} onPick={open} />
      </td>
      <td className="lwNumber lwSub">{unit === null ? '–' : amountWords(unit)}</td>
      <td className="lwMonthBegan lwFlagText">
        {began === null ? '' : `${shortDay(began.day)} ${clockWords(began.hour)}`}
      </td>
      <td className="lwSub">{lastWords(series)}</td>
    </tr>
  );
});
