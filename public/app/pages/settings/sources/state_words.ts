import type { SourceState } from '../../../../../common/api';
import { translate } from '../../../../i18n';

/** Whether a source can be counted, in words. */
export function stateWords({ state, words }: SourceState): string {
  if (state === 'off') return translate('logwave.settings.off', { defaultMessage: 'off' });
  if (state === 'forbidden') {
    return translate('logwave.settings.forbidden', { defaultMessage: 'you cannot read its logs' });
  }
  if (words !== null) return words;
  return translate('logwave.settings.usable', { defaultMessage: 'ready' });
}
