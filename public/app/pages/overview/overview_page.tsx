import React from 'react';
import { getSeriesOfDay } from '../../../../common/api/get_series_of_day';
import type { Day } from '../../../../common/time/day';
import { FaultNotice } from '../../components/fault_notice';
import { Loading } from '../../components/loading';
import { PageFrame } from '../../components/page_frame';
import { useRemote } from '../../remote';
import { useServices } from '../../services';

interface OverviewPageProps {
  readonly day: Day;
}

/** What was unusual on a day. */
export function OverviewPage({ day }: OverviewPageProps) {
  const { api } = useServices();
  const { data, fault, reload } = useRemote(day, (signal) =>
    api(getSeriesOfDay, { params: { day } }, signal),
  );
  return (
    <PageFrame title={day}>
      {fault !== undefined && <FaultNotice fault={fault} onRetry={reload} />}
      {data === undefined && fault === undefined && <Loading />}
      {data !== undefined && <p>{data.head.summary}</p>}
    </PageFrame>
  );
}
