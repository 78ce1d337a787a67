import React from 'react';
import type { LedgerDay } from '../../../../common/api';
import { weekdayOf } from '../../../../common/time';
import { weekdayWords } from '../../../../common/waveform/words';
import { translate } from '../../../i18n';
import { dayPath } from '../../basics';
import { DAY_WIDTH, ledgerLabels, ledgerPaths, MONTH_WIDTH } from '../../charts';
import { AppLink } from '../../components';
import { longDay } from '../../words';

interface MonthHeadProps {
  readonly days: readonly LedgerDay[];
}

const LEDGER_HEIGHT = 34;
const LABEL_Y = 29;

function ledgerWords(days: readonly LedgerDay[]): string {
  const odd = days.filter(({ words }) => words !== null);
  if (odd.length === 0) {
    return translate('logwave.month.ledgerWhole', {
      defaultMessage: 'All days were analyzed completely.',
    });
  }
  return odd.map(({ day, state, words }) => `${day}: ${state}, ${words ?? ''}`).join('; ');
}

/** The run ledger, and below it the days, each of which leads to its overview. */
export function MonthHead({ days }: MonthHeadProps) {
  const { bars, hatched, boxes, rules } = ledgerPaths(days);
  return (
    <thead>
      <tr>
        <th colSpan={2} scope="row" className="lwSub">
          {translate('logwave.month.ledger', { defaultMessage: 'Run history' })}
        </th>
        <td>
          <svg width={MONTH_WIDTH} height={LEDGER_HEIGHT} role="img" aria-label={ledgerWords(days)}>
            <path className="lwLedgerBar" d={bars} />
            <path className="lwLedgerBox" d={boxes} />
            <path className="lwHatch" d={hatched} />
            <path className="lwLedgerBox" d={rules} />
            {ledgerLabels(days).map(({ x, text }) => (
              <text key={x} className="lwLedgerWords" x={x} y={LABEL_Y} textAnchor="middle">
                {text}
              </text>
            ))}
          </svg>
        </td>
        <td colSpan={3} />
      </tr>
      <tr>
        <th colSpan={2} scope="col">
          {translate('logwave.month.series', { defaultMessage: 'Series' })}
        </th>
        <th scope="col">
          <span className="lwMonthDays" style={{ width: MONTH_WIDTH }}>
            {days.map(({ day }) => (
              <span key={day} className="lwMonthDay" style={{ width: DAY_WIDTH }}>
                <span aria-hidden="true">{weekdayWords(weekdayOf(day)).slice(0, 1)}</span>
                <AppLink
                  to={dayPath(day)}
                  aria-label={longDay(day)}
                  data-test-subj={`monthDay-${day}`}
                >
                  {Number(day.slice(8))}
                </AppLink>
              </span>
            ))}
          </span>
        </th>
        <th scope="col" className="lwNumber">
          1×
        </th>
        <th scope="col" colSpan={2} className="lwMonthBegan">
          {translate('logwave.month.began', { defaultMessage: 'Began' })}
        </th>
      </tr>
    </thead>
  );
}
