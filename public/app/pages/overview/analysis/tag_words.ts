import type { ApiRun } from '../../../../../common/api';
import { translate } from '../../../../i18n';

type EndedRun = Pick<ApiRun, 'status' | 'tagged' | 'tagged_unsettled'>;

/**
 * What a finished run has tagged, for a message; undefined if it tagged nothing. If answers were
 * lost, it says up to how many more may be tagged.
 */
export function taggedSaid(run: EndedRun): string | undefined {
  const { status, tagged, tagged_unsettled: unsettled = 0 } = run;
  const isKept = status === 'analyzed' || status === 'partial';
  if (!isKept || tagged === null || tagged + unsettled === 0) return undefined;
  if (unsettled > 0) {
    return translate('logwave.toast.taggedUnsettled', {
      defaultMessage:
        'Logwave tagged {count, plural, one {# document} other {# documents}}, and up to {more} more. Analyze the day with tagging, or untag it, to find out.',
      values: { count: tagged, more: unsettled },
    });
  }
  return translate('logwave.toast.tagged', {
    defaultMessage: 'Logwave tagged {count, plural, one {# document} other {# documents}}.',
    values: { count: tagged },
  });
}
