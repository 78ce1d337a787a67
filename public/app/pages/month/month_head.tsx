import React, { type ReactNode } from 'react';
import type { LedgerDay } from '../../../../common/api';
import { weekdayOf, type Day } from '../../../../common/time';
import { weekdayWords } from '../../../../common/waveform/words';
import { translate } from '../../../i18n';
import { dayPath } from '../../basics';
import { ledgerLabels, ledgerPaths, type MonthScale } from '../../../../common/charts';
import { AppLink } from '../../components';
import { costWords, longDay } from '../../words';
import { monthColumns, type MonthLayout } from './month_layout';

/** For what a day is left out, in words; undefined if it is learned from. */
export type LeftOut = (day: Day) => string | undefined;

interface MonthHeadProps {
  readonly days: readonly LedgerDay[];
  readonly layout: MonthLayout;
  readonly leftOut: LeftOut;
  /** What can be done with the days. */
  readonly children?: ReactNode;
}

const LEDGER_HEIGHT = 34;
const LABEL_Y = 29;
/** A narrower link is hard to hit. */
const LEAST_TARGET = 24;

/** A day in words. One that is still to come is in no state. */
function dayWords({ day, state, words }: LedgerDay): string {
  const said = words ?? '';
  return /^not (?:over|begun)/.test(said) ? `${day}: ${said}` : `${day}: ${state}, ${said}`;
}

function ledgerWords(days: readonly LedgerDay[]): string {
  const odd = days.filter(({ words }) => words !== null);
  if (odd.length === 0) {
    return translate('logwave.month.ledgerWhole', {
      defaultMessage: 'All days were analyzed completely.',
    });
  }
  return odd.map(dayWords).join('; ');
}

interface DaysProps {
  readonly days: readonly LedgerDay[];
  readonly scale: MonthScale;
}

/** The text at a day: what its run cost, and for what the day is left out. */
function dayTitle({ duration_ms: duration, cost }: LedgerDay, out: string | undefined) {
  const costs = duration === undefined ? undefined : costWords({ duration_ms: duration, cost });
  return [costs, out].filter(Boolean).join('; ') || undefined;
}

function Ledger({ days, scale }: DaysProps) {
  const { bars, hatched, boxes, rules } = ledgerPaths(days, scale);
  return (
    <svg width={scale.width} height={LEDGER_HEIGHT} role="img" aria-label={ledgerWords(days)}>
      <path className="lwLedgerBar" d={bars} />
      <path className="lwLedgerBox" d={boxes} />
      <path className="lwHatch" d={hatched} />
      <path className="lwLedgerBox" d={rules} />
      {ledgerLabels(days, scale).map(({ x, text, whole }) => (
        <text key={x} className="lwLedgerWords" x={x} y={LABEL_Y} textAnchor="middle">
          {text !== whole && <title>{whole}</title>}
          {text}
        </text>
      ))}
    </svg>
  );
}

/** The days, each of which links to its overview. If they are narrow, only some have a name. */
function Days({ days, scale, leftOut }: DaysProps & Pick<MonthHeadProps, 'leftOut'>) {
  const { width, day: dayWidth, named } = scale;
  const first = (days.length - 1) % named;
  return (
    <span className="lwMonthDays" style={{ width, paddingLeft: first * dayWidth }}>
      {days
        .filter((_, place) => place % named === first)
        .map((one) => ({ one, day: one.day, out: leftOut(one.day) }))
        .map(({ one, day, out }, index, all) => (
          <AppLink
            key={day}
            to={dayPath(day)}
            className="lwMonthDay"
            width={index === all.length - 1 ? Math.max(LEAST_TARGET, dayWidth) : named * dayWidth}
            aria-label={[longDay(day), out].filter(Boolean).join(', ')}
            title={dayTitle(one, out)}
            data-test-subj={`monthDay-${day}`}
          >
            <span
              style={{ width: dayWidth }}
              data-weekday={weekdayWords(weekdayOf(day)).slice(0, 1)}
            >
              {out === undefined ? Number(day.slice(8)) : <s>{Number(day.slice(8))}</s>}
            </span>
          </AppLink>
        ))}
    </span>
  );
}

function runHistoryWords(): string {
  return translate('logwave.month.ledger', { defaultMessage: 'Run history' });
}

function seriesWords(): string {
  return translate('logwave.month.series', { defaultMessage: 'Series' });
}

/** The run history, and below it the days, each of which links to its overview. */
export function MonthHead({ days, layout, leftOut, children }: MonthHeadProps) {
  const { scale, code, unit, isStacked } = layout;
  const before = code > 0 ? 2 : 1;
  if (isStacked) {
    return (
      <thead>
        <tr>
          <th scope="col">
            {runHistoryWords()} {children}
            <Ledger days={days} scale={scale} />
          </th>
        </tr>
        <tr>
          <th scope="col">
            <span className="lwHidden">{seriesWords()}</span>
            <Days days={days} scale={scale} leftOut={leftOut} />
          </th>
        </tr>
      </thead>
    );
  }
  return (
    <thead>
      <tr>
        <th colSpan={before} scope="row" className="lwSub">
          {runHistoryWords()}
        </th>
        <td>
          <Ledger days={days} scale={scale} />
        </td>
        <td colSpan={monthColumns(layout) - before - 1} className="lwMonthAct">
          {children}
        </td>
      </tr>
      <tr>
        <th colSpan={before} scope="col">
          {seriesWords()}
        </th>
        <th scope="col">
          <Days days={days} scale={scale} leftOut={leftOut} />
        </th>
        {unit > 0 && (
          <th scope="col" className="lwNumber">
            1×
          </th>
        )}
        <th scope="col" colSpan={2} className="lwMonthBegan">
          {translate('logwave.month.began', { defaultMessage: 'Began' })}
        </th>
      </tr>
    </thead>
  );
}
