import { changeWords, type Change } from '../../../common/waveform/words';
import { translate } from '../../i18n';

/** The change of a finding, in the language of the page: "3.6×", "from 0", "new", "none", "+3 h". */
export function ratioToken(finding: Change): string {
  return changeWords(finding, {
    new: translate('logwave.ratio.new', { defaultMessage: 'new' }),
    none: translate('logwave.row.none', { defaultMessage: 'none' }),
    from: (usual) =>
      translate('logwave.ratio.from', { defaultMessage: 'from {usual}', values: { usual } }),
  });
}
