import React from 'react';
import { Redirect } from 'react-router-dom';
import type { Day } from '../../../../common/time';
import { translate } from '../../../i18n';
import { FaultNotice, Loading, PageFrame } from '../../components';
import { useHomeDay } from './use_home_day';

interface HomePageProps {
  /** The address of a view of a day. */
  readonly leadsTo: (day: Day) => string;
}

/** Opens the day that a reader most likely came for. */
export function HomePage({ leadsTo }: HomePageProps) {
  const { data, fault, reload } = useHomeDay();
  if (data !== undefined) return <Redirect to={leadsTo(data.day)} />;
  return (
    <PageFrame title={translate('logwave.home.title', { defaultMessage: 'Day' })}>
      {fault === undefined ? <Loading /> : <FaultNotice fault={fault} onRetry={reload} />}
    </PageFrame>
  );
}
