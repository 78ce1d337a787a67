import React, { useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { getMonth, getSchedule, getSettings } from '../../../../common/api';
import { addDays, type Day, dayAt } from '../../../../common/time';
import { translate } from '../../../i18n';
import { monthPath, viewOf, useRemote, useServices, useKeys } from '../../basics';
import { MONTH_DAYS } from '../../../../common/charts';
import {
  KEY_ROWS,
  PageKeys,
  FaultNotice,
  Loading,
  OutageChoice,
  outageWords,
  PageFrame,
  PageNav,
  useOutages,
} from '../../components';
import { ScheduleNotice } from '../../schedule';
import { boldBeginning } from '../../rows';
import { countWords } from '../../words';
import { GapsButton } from './gaps_button';
import { MonthHeader } from './month_header';
import { monthRows, type MonthAnswer, type MonthOrder } from './month_rows';
import { MonthTable } from './month_table';
import { spanWords } from './month_words';
import { useFillGaps } from './use_fill_gaps';

interface MonthPageProps {
  /** The last of the 31 days. */
  readonly to: Day;
}

function Summary({ month }: { readonly month: MonthAnswer | undefined }) {
  const [bold, rest] = boldBeginning(month?.summary ?? '');
  return (
    <p className="lwSummary" aria-live="polite" data-test-subj="logwaveMonthSummary">
      <b>{bold}</b>
      {rest}
    </p>
  );
}

/** How many series match the filter: the list is never cut silently. */
function shownWords(shown: number, all: number): string {
  return translate('logwave.filter.shown', {
    defaultMessage: '{shown} of {all} shown.',
    values: { shown: countWords(shown), all: countWords(all) },
  });
}

/** The 31 days before these, and those after, which end with today at the latest. */
function useOtherMonths(to: Day, zone: string, filter: string) {
  const { history, now } = useServices();
  const today = dayAt(now().getTime(), zone);
  const later = addDays(to, MONTH_DAYS);
  const goTo = (day: Day): void => history.push(monthPath(day, filter));
  return {
    hasLater: to < today,
    onEarlier: () => goTo(addDays(to, -MONTH_DAYS)),
    onLater: () => {
      if (to < today) goTo(later > today ? today : later);
    },
  };
}

/** Since when was it unusual? 31 days of every series. */
export function MonthPage({ to }: MonthPageProps) {
  const { api, storage } = useServices();
  const { search } = useLocation();
  const [filter, setFilter] = useState(() => viewOf(search).filter);
  const [order, setOrder] = useState<MonthOrder>('began');
  const field = useRef<HTMLInputElement>(null);
  const from = addDays(to, 1 - MONTH_DAYS);
  const month = useRemote(`month ${to}`, (signal) => api(getMonth, { query: { to } }, signal));
  const schedule = useRemote('schedule', (signal) => api(getSchedule, {}, signal));
  const settings = useRemote('settings', (signal) => api(getSettings, {}, signal));
  const outages = useOutages(settings);
  const sources = settings.data?.settings.sources.filter(({ enabled }) => enabled) ?? [];
  const gaps = useFillGaps(from, to, month.reload);
  const { data, fault } = month;
  const rows = useMemo(() => monthRows(data?.series ?? [], filter, order), [data, filter, order]);
  const leftOut = useMemo(
    () => (day: Day) => outageWords(day, outages.all ?? [], settings.data?.settings.sources ?? []),
    [outages.all, settings.data],
  );
  const others = useOtherMonths(to, data?.zone ?? 'UTC', filter);
  useKeys(
    { '/': () => field.current?.focus(), '[': others.onEarlier, ']': others.onLater },
    storage,
  );
  return (
    <PageFrame
      page="month"
      title={translate('logwave.month.crumb', { defaultMessage: 'Month' })}
      documentTitle={spanWords(from, to)}
    >
      <MonthHeader
        {...others}
        title={spanWords(from, to)}
        zone={data?.zone}
        filter={filter}
        field={field}
        onFilter={setFilter}
        order={order}
        onOrder={setOrder}
      >
        <GapsButton gaps={gaps} needed={data?.gaps ?? 0} />
      </MonthHeader>
      <div className="lwSummaryLine">
        <div className="lwSummaryLine-words">
          <Summary month={data} />
          <p className="lwSub lwSaid" role="status" data-test-subj="logwaveMonthShown">
            {data === undefined || filter === '' ? '' : shownWords(rows.length, data.series.length)}
          </p>
        </div>
        <PageNav current="month" day={to} />
      </div>
      <ScheduleNotice schedule={schedule.data} onChanged={schedule.reload} />
      {gaps.fault !== undefined && <FaultNotice fault={gaps.fault} onRetry={gaps.start} />}
      {fault !== undefined && <FaultNotice fault={fault} onRetry={month.reload} />}
      {data === undefined && fault === undefined && <Loading />}
      {data !== undefined && (
        <MonthTable month={data} rows={rows} leftOut={leftOut}>
          <OutageChoice
            key={to}
            days={data.days.map(({ day }) => day).reverse()}
            sources={sources}
            outages={outages}
          />
        </MonthTable>
      )}
      <PageKeys rows={KEY_ROWS.month()} />
    </PageFrame>
  );
}
