import React, { memo, type MouseEvent } from 'react';
import type { LedgerDay } from '../../../../common/api/list_runs';
import type { Day } from '../../../../common/time/day';
import { amountWords, clockWords } from '../../../../common/waveform/words';
import { translate } from '../../../i18n';
import { seriesPath } from '../../address';
import {
  DAY_WIDTH,
  FLAGGED_ROW,
  knownLine,
  monthBars,
  MONTH_WIDTH,
  QUIET_ROW,
} from '../../charts/month_chart';
import { AppLink } from '../../components/app_link';
import { shortDay } from '../../words/day_words';
import { subtypeText } from '../../words/subtype_text';
import type { MonthSeries } from './month_rows';

interface MonthRowProps {
  readonly series: MonthSeries;
  readonly days: readonly LedgerDay[];
  readonly ariaIndex: number;
  readonly onOpen: (series: MonthSeries, day: Day) => void;
}

function rowWords({ name, began }: MonthSeries): string {
  if (began === null) {
    return translate('logwave.month.rowQuiet', {
      defaultMessage: '{name}: as usual on all days',
      values: { name },
    });
  }
  return translate('logwave.month.rowBegan', {
    defaultMessage: '{name}: began {day} {hour}, {words}',
    values: { name, day: shortDay(began.day), hour: clockWords(began.hour), words: began.words },
  });
}

function lastWords({ began, first_seen: first }: MonthSeries): string {
  if (began !== null) return began.words;
  if (first === null) return '';
  return translate('logwave.month.firstSeen', {
    defaultMessage: 'first seen {day}',
    values: { day: shortDay(first) },
  });
}

/** A series over the month: ink only where an hour left its usual range. */
export const MonthRow = memo(function MonthRow(props: MonthRowProps) {
  const { series, days, ariaIndex, onOpen } = props;
  const { name, code, began, unit, marks } = series;
  const shape = began === null ? QUIET_ROW : FLAGGED_ROW;
  const { flagged, quiet } = monthBars(marks, shape);
  const latest = began?.day ?? days[days.length - 1]?.day;
  const openAt = (event: MouseEvent<SVGSVGElement>): void => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const day = days[Math.floor((event.clientX - left) / DAY_WIDTH)]?.day;
    if (day !== undefined) onOpen(series, day);
  };
  return (
    <tr
      className={began === null ? 'lwMonthRow lwMonthRow-quiet' : 'lwMonthRow'}
      aria-rowindex={ariaIndex}
      style={{ height: shape.height }}
      data-test-subj={`monthRow-${series.source}-${series.subtype}`}
    >
      <th scope="row" className="lwMonthName" colSpan={code === name ? 2 : 1} title={code}>
        {latest === undefined ? name : <AppLink to={seriesPath(latest, series)}>{name}</AppLink>}
      </th>
      {code !== name && (
        <td className="lwSub lwMonthCode">{`${series.source} ${subtypeText(series.subtype)}`}</td>
      )}
      <td>
        <svg
          className="lwMonthSvg"
          width={MONTH_WIDTH}
          height={shape.height}
          role="img"
          aria-label={rowWords(series)}
          onClick={openAt}
        >
          <path className="lwMonthBase" d={knownLine(days, shape.base)} />
          <path className="lwMonthQuiet" d={quiet} />
          <path className="lwFlagDot" d={flagged} />
        </svg>
      </td>
      <td className="lwNumber lwSub">{unit === null ? '–' : amountWords(unit)}</td>
      <td className="lwMonthBegan lwFlagText">
        {began === null ? '' : `${shortDay(began.day)} ${clockWords(began.hour)}`}
      </td>
      <td className="lwSub">{lastWords(series)}</td>
    </tr>
  );
});
