import type { ApiRun } from '../../../../../common/api';
import { translate } from '../../../../i18n';

type EndedRun = Pick<ApiRun, 'status' | 'tagged'>;

/** What a finished run has tagged, for a message; undefined if it tagged nothing. */
export function taggedSaid({ status, tagged }: EndedRun): string | undefined {
  const isKept = status === 'analyzed' || status === 'partial';
  if (!isKept || tagged === null || tagged === 0) return undefined;
  return translate('logwave.toast.tagged', {
    defaultMessage: 'Logwave tagged {count, plural, one {# document} other {# documents}}.',
    values: { count: tagged },
  });
}
