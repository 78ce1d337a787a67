import type { RowFinding } from '../../../common/api';
import { ratioWords } from '../../../common/waveform/words';
import { translate } from '../../i18n';

/** The finding in one token: "3.6×", "new", "none", "+3 h"; empty where there is no ratio. */
export function ratioToken({
  verdict,
  ratio,
  shift,
}: Pick<RowFinding, 'verdict' | 'ratio' | 'shift'>): string {
  if (verdict === 'new') return translate('logwave.ratio.new', { defaultMessage: 'new' });
  if (verdict === 'moved' && shift !== null) {
    const sign = shift.hours < 0 ? '−' : '+';
    return `${sign}${Math.abs(shift.hours)} h`;
  }
  if (verdict === 'silent' || ratio === 0) {
    return translate('logwave.row.none', { defaultMessage: 'none' });
  }
  return ratio === null ? '' : ratioWords(ratio);
}
