import React, { useMemo, useRef } from 'react';
import { listRuns, STRIP_DAYS, type LedgerDay } from '../../../../../common/api';
import { addDays, type Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { monthPath, seriesPath, type View, useRemote, useServices } from '../../../basics';
import { FLAGGED_ROW, monthScale } from '../../../../../common/charts';
import { AppLink, MonthSvg } from '../../../components';
import { useWidth } from '../../../rows';
import { longDay, shortDay } from '../../../words';
import type { SeriesAnswer } from '../model/series_view';
import { historyParts } from './history_words';

interface HistorySectionProps {
  readonly answer: SeriesAnswer;
  readonly view: View;
}

type StripDay = Pick<LedgerDay, 'day' | 'state' | 'hours_known'>;

/**
 * The 31 days with their known states. While the states are not known, all of them count as
 * analyzed.
 */
function useStripDays(last: Day): {
  readonly days: readonly StripDay[];
  readonly isKnown: boolean;
} {
  const { api } = useServices();
  const from = addDays(last, 1 - STRIP_DAYS);
  const { data } = useRemote(`history ${last}`, (signal) =>
    api(listRuns, { query: { from, to: last } }, signal),
  );
  return useMemo(() => {
    const known = new Map(data?.days.map((day) => [day.day, day]));
    const days = Array.from({ length: STRIP_DAYS }, (_, place): StripDay => {
      const day = addDays(from, place);
      return known.get(day) ?? { day, state: 'analyzed', hours_known: 24 };
    });
    return { days, isKnown: data !== undefined };
  }, [data, from]);
}

/** The last 31 days of the series, as its row of the month has them, and the links there. */
export function HistorySection({ answer, view }: HistorySectionProps) {
  const { head, row, history: flagged } = answer;
  const { history } = useServices();
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  const { days, isKnown } = useStripDays(head.day);
  const scale = useMemo(() => monthScale(width), [width]);
  const analyzed = days.filter(({ hours_known: hours }) => hours > 0).length;
  const parts = historyParts(flagged.days, head.day, isKnown ? analyzed : undefined);
  const goTo = (place: number): void => {
    const day = days[place]?.day;
    if (day !== undefined && day !== head.day) history.push(seriesPath(day, row, view));
  };
  const label = parts.map(({ text }) => text).join('');
  return (
    <section
      className="lwHistory"
      aria-label={translate('logwave.history.title', { defaultMessage: 'The last 31 days' })}
      ref={element}
      data-test-subj="logwaveHistory"
    >
      <p className="lwSub">
        {parts.map(({ text, day }, index) =>
          day === undefined ? (
            // The pieces have no other key than their index.
            <span key={index}>{text}</span>
          ) : (
            <AppLink key={day} to={seriesPath(day, row, view)} aria-label={longDay(day)}>
              {text}
            </AppLink>
          ),
        )}{' '}
        <AppLink to={monthPath(head.day, row.name)} data-test-subj="logwaveSeriesMonth">
          {translate('logwave.history.month', { defaultMessage: 'Month of this series' })}
        </AppLink>
      </p>
      <MonthSvg
        ink={flagged}
        days={days}
        shape={FLAGGED_ROW}
        scale={scale}
        label={label}
        boxed={STRIP_DAYS - 1}
        isHatched
        onPick={goTo}
      />
      <div className="lwHistory-ends" style={{ width: scale.width }} aria-hidden="true">
        <span>{shortDay(days[0]?.day ?? head.day)}</span>
        <span>{shortDay(head.day)}</span>
      </div>
    </section>
  );
}
