import React from 'react';
import { Redirect } from 'react-router-dom';
import { getSettings, getSources, listRuns } from '../../../../common/api';
import { addDays, type Day, dayAt } from '../../../../common/time';
import { translate } from '../../../i18n';
import { type ApiClient, useRemote, useServices } from '../../basics';
import { FaultNotice, Loading, PageFrame } from '../../components';
import { homeDay } from './home_day';

/** How far back a result is looked for. */
const DAYS_BACK = 92;

async function findHomeDay(api: ApiClient, now: Date, signal: AbortSignal): Promise<Day> {
  const { settings } = await api(getSettings, {}, signal);
  const yesterday = addDays(dayAt(now.getTime(), settings.zone), -1);
  const range = { from: addDays(yesterday, 1 - DAYS_BACK), to: yesterday };
  const [ledger, sources] = await Promise.all([
    api(listRuns, { query: range }, signal),
    api(getSources, {}, signal),
  ]);
  return homeDay(
    yesterday,
    ledger.days,
    sources.days_with_logs.map(({ day }) => day),
  );
}

interface HomePageProps {
  /** The address of what is shown of a day. */
  readonly leadsTo: (day: Day) => string;
}

/** Opens the day that a reader most likely came for. */
export function HomePage({ leadsTo }: HomePageProps) {
  const { api, now } = useServices();
  const { data, fault, reload } = useRemote('home', (signal) => findHomeDay(api, now(), signal));
  if (data !== undefined) return <Redirect to={leadsTo(data)} />;
  return (
    <PageFrame title={translate('logwave.home.title', { defaultMessage: 'Day' })}>
      {fault === undefined ? <Loading /> : <FaultNotice fault={fault} onRetry={reload} />}
    </PageFrame>
  );
}
