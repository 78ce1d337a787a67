import React from 'react';
import type { Day } from '../../../common/time';
import { translate } from '../../i18n';
import { dayPath, type View, type ApiFault } from '../basics';
import { asSentence, longDay } from '../words';
import { AppLink } from './app_link';
import { FaultNotice } from './fault_notice';

interface SeriesFaultProps {
  readonly day: Day;
  readonly view: View;
  readonly fault: ApiFault;
  /** Whether an earlier answer is still on the screen. */
  readonly isStale: boolean;
  readonly onRetry: () => void;
}

/** What is missing, and the day on which it may be found. */
function titleOf({ code }: ApiFault): string | undefined {
  if (code === 'day_not_analyzed') {
    return translate('logwave.series.dayNotAnalyzed', {
      defaultMessage: 'This day has not been analyzed',
    });
  }
  if (code === 'source_not_found') {
    return translate('logwave.series.noSource', { defaultMessage: 'No such source' });
  }
  if (code === 'series_not_found') {
    return translate('logwave.series.notFound', { defaultMessage: 'No such series on this day' });
  }
  return undefined;
}

/** Why there is no series to show, and the links to continue. */
export function SeriesFault({ day, view, fault, isStale, onRetry }: SeriesFaultProps) {
  const title = titleOf(fault);
  if (title === undefined) {
    const still = translate('logwave.series.still', {
      defaultMessage: 'The page shows the last answer that it received.',
    });
    return <FaultNotice fault={fault} onRetry={onRetry} {...(isStale && { still })} />;
  }
  return (
    <section className="lwNotice" role="alert" data-test-subj="logwaveNoSeries">
      <h2>{title}</h2>
      <p>{asSentence(fault.message)}</p>
      <p>
        <AppLink to={dayPath(day, view)}>
          {translate('logwave.series.toDay', {
            defaultMessage: 'Go to {day}',
            values: { day: longDay(day) },
          })}
        </AppLink>
      </p>
    </section>
  );
}
