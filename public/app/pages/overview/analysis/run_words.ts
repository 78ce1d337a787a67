import type { ApiRun } from '../../../../../common/api';
import { translate } from '../../../../i18n';
import { hasNoLogs } from '../notes/known_part';
import { progressQuarter } from './run_state';

/** The announcement of an active run, every quarter: "Analyzing, 50 percent". */
export function progressSaid(run: ApiRun): string {
  return translate('logwave.said.progress', {
    defaultMessage: 'Analyzing, {percent} percent.',
    values: { percent: progressQuarter(run) * 25 },
  });
}

/** How a run ended, in a sentence. */
export function endSaid(run: ApiRun): string {
  const { status, error, untagged } = run;
  if (status === 'canceled') {
    const values = { count: untagged ?? 0 };
    return translate('logwave.said.canceled', {
      defaultMessage:
        'Canceled. Logwave kept the counts and removed {count, plural, one {# tag} other {# tags}}.',
      values,
    });
  }
  if (status === 'failed') {
    return error ?? translate('logwave.said.failed', { defaultMessage: 'The analysis failed.' });
  }
  if (status === 'partial' && error === null && hasNoLogs(run)) {
    return translate('logwave.said.noLogs', { defaultMessage: 'Analyzed. There are no logs.' });
  }
  if (status === 'partial') {
    return translate('logwave.said.partial', {
      defaultMessage: 'Analyzed in part. {reason}',
      values: { reason: error ?? '' },
    }).trim();
  }
  return translate('logwave.said.analyzed', { defaultMessage: 'Analyzed.' });
}
