import type { Settings } from '../../../../../common/settings';
import { translate } from '../../../../i18n';

/** The methods and their names. */
export function methodTexts(): readonly (readonly [method: Settings['method'], name: string])[] {
  return [
    ['calibrated', translate('logwave.settings.calibrated', { defaultMessage: 'calibrated' })],
    ['talk', translate('logwave.settings.talk', { defaultMessage: 'talk' })],
  ];
}
