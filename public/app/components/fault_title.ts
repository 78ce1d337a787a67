import { FORBIDDEN, NOT_FOUND, UNAUTHORIZED } from '../../../common/http';
import { translate } from '../../i18n';
import type { ApiFault } from '../basics';

/** What happened, in a few words: the heading over the fault's own sentence. */
export function faultTitle({ code, statusCode }: ApiFault): string {
  if (code === 'elasticsearch_unreachable') {
    return translate('logwave.fault.elasticsearch', {
      defaultMessage: 'Elasticsearch did not answer',
    });
  }
  if (code === 'no_answer') {
    return translate('logwave.fault.host', { defaultMessage: 'Logwave did not answer' });
  }
  if (statusCode === FORBIDDEN || statusCode === UNAUTHORIZED) {
    return translate('logwave.fault.forbidden', {
      defaultMessage: 'You do not have the rights for this',
    });
  }
  if (statusCode === NOT_FOUND) {
    return translate('logwave.fault.notFound', { defaultMessage: 'Not found' });
  }
  return translate('logwave.fault.other', { defaultMessage: 'The request failed' });
}
