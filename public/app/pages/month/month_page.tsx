import { EuiButtonIcon, EuiSelect, EuiTitle } from '@elastic/eui';
import React, { useMemo, useRef, useState } from 'react';
import { getMonth } from '../../../../common/api/get_month';
import { addDays, type Day } from '../../../../common/time/day';
import { dayAt } from '../../../../common/time/local_day';
import { dateWords } from '../../../../common/waveform/words';
import { translate } from '../../../i18n';
import { monthPath } from '../../address';
import { MONTH_DAYS } from '../../charts/month_chart';
import { FaultNotice } from '../../components/fault_notice';
import { Loading } from '../../components/loading';
import { PageFrame } from '../../components/page_frame';
import { PageNav } from '../../components/page_nav';
import { useRemote } from '../../remote';
import { useServices } from '../../services';
import { useKeys } from '../../use_keys';
import { weekdayAndDate } from '../../words/day_words';
import { FilterField } from '../overview/filter_field';
import { GapsButton } from './gaps_button';
import { monthRows, type MonthOrder } from './month_rows';
import { MonthTable } from './month_table';
import { useFillGaps } from './use_fill_gaps';

interface MonthPageProps {
  /** The last of the 31 days. */
  readonly to: Day;
}

function spanWords(from: Day, to: Day): string {
  const [, first = ''] = /^\w+ (.*)$/.exec(weekdayAndDate(from)) ?? [];
  return `${first} – ${dateWords(to)}`;
}

/** Since when was it unusual? 31 days of every series. */
export function MonthPage({ to }: MonthPageProps) {
  const { api, history, now, storage } = useServices();
  const [filter, setFilter] = useState('');
  const [order, setOrder] = useState<MonthOrder>('began');
  const field = useRef<HTMLInputElement>(null);
  const from = addDays(to, 1 - MONTH_DAYS);
  const month = useRemote(`month ${to}`, (signal) => api(getMonth, { query: { to } }, signal));
  const gaps = useFillGaps(from, to, month.reload);
  const { data, fault } = month;
  const rows = useMemo(() => monthRows(data?.series ?? [], filter, order), [data, filter, order]);
  const needed = (data?.days ?? []).filter(
    ({ state, words }) => state !== 'analysed' && state !== 'running' && words !== 'not over yet',
  ).length;
  const today = dayAt(now().getTime(), data?.zone ?? 'UTC');
  const [earlier, later] = [addDays(to, -MONTH_DAYS), addDays(to, MONTH_DAYS)];
  const last = later > today ? today : later;
  const goTo = (day: Day): void => history.push(monthPath(day));
  useKeys(
    {
      '/': () => field.current?.focus(),
      '[': () => goTo(earlier),
      ']': () => to < today && goTo(last),
    },
    storage,
  );
  return (
    <PageFrame
      title={translate('logwave.month.crumb', { defaultMessage: 'Month' })}
      documentTitle={spanWords(from, to)}
    >
      <div className="lwBar">
        <EuiTitle size="s" className="lwTitle">
          <h1>{spanWords(from, to)}</h1>
        </EuiTitle>
        <EuiButtonIcon
          className="lwSquare"
          color="text"
          iconType="arrowLeft"
          aria-label={translate('logwave.month.earlier', { defaultMessage: '31 days earlier' })}
          onClick={() => goTo(earlier)}
        />
        <EuiButtonIcon
          className="lwSquare"
          color="text"
          iconType="arrowRight"
          isDisabled={to >= today}
          aria-label={translate('logwave.month.later', { defaultMessage: '31 days later' })}
          onClick={() => goTo(last)}
        />
        <span className="lwSub lwZone">{data?.zone ?? ''}</span>
        <span className="lwGrow" />
        <FilterField
          value={filter}
          field={field}
          onChange={setFilter}
          onLeave={() => field.current?.blur()}
        />
        <span className="lwSelect lwMonthOrder">
          <EuiSelect
            compressed
            value={order}
            aria-label={translate('logwave.month.order', { defaultMessage: 'Order' })}
            onChange={({ target }) => setOrder(target.value === 'name' ? 'name' : 'began')}
            options={[
              {
                value: 'began',
                text: translate('logwave.month.orderBegan', {
                  defaultMessage: 'Order: latest beginning',
                }),
              },
              {
                value: 'name',
                text: translate('logwave.month.orderName', { defaultMessage: 'Order: name' }),
              },
            ]}
          />
        </span>
        <GapsButton gaps={gaps} needed={needed} />
      </div>
      <div className="lwSummaryLine">
        <p className="lwSummary" aria-live="polite" data-test-subj="logwaveMonthSummary">
          {data?.summary ?? ''}
        </p>
        <span className="lwGrow" />
        <PageNav current="month" day={to} />
      </div>
      {gaps.fault !== undefined && <FaultNotice fault={gaps.fault} onRetry={gaps.start} />}
      {fault !== undefined && <FaultNotice fault={fault} onRetry={month.reload} />}
      {data === undefined && fault === undefined && <Loading />}
      {data !== undefined && <MonthTable month={data} rows={rows} />}
    </PageFrame>
  );
}
