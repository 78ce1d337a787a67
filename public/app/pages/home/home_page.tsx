import React from 'react';
import { Redirect } from 'react-router-dom';
import { getSettings } from '../../../../common/api/setup/get_settings';
import { getSources } from '../../../../common/api/setup/get_sources';
import { listRuns } from '../../../../common/api/runs/list_runs';
import { addDays, type Day } from '../../../../common/time/day';
import { dayAt } from '../../../../common/time/local_day';
import { translate } from '../../../i18n/i18n';
import type { ApiClient } from '../../basics/api_client';
import { FaultNotice } from '../../components/fault_notice';
import { Loading } from '../../components/loading';
import { PageFrame } from '../../components/page_frame';
import { useRemote } from '../../basics/remote';
import { useServices } from '../../basics/services';
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
