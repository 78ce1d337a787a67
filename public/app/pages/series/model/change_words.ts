import { verdictWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { basisWords, type SeriesView } from './series_view';
import { timesWords } from '../../../words';

/** "More 1.9", "as usual 0.6", or why there is no verdict. */
function verdictAndSurprise({ finding, reason, surprise }: SeriesView): string {
  const usual = translate('logwave.change.usual', { defaultMessage: 'as usual' });
  const verdict = finding === null ? (reason ?? usual) : verdictWords(finding.verdict);
  const words = verdict.replace(/\.$/, '');
  return surprise === null ? words : `${words} ${timesWords(surprise)}`;
}

/**
 * The effect of leaving days out: "was More 1.9, now More 1.4 (3 Fridays)". If too few days of the
 * kind remain, others replace them, and both are named.
 */
export function changeWords(before: SeriesView, now: SeriesView): string {
  const kind = (view: SeriesView): string => basisWords(view).replace(/^[\d,]+ /, '');
  const values = {
    before: verdictAndSurprise(before),
    now: verdictAndSurprise(now),
    basis: basisWords(now),
    other: basisWords(before),
  };
  const isSameKind = kind(before).replace(/s$/, '') === kind(now).replace(/s$/, '');
  return isSameKind
    ? translate('logwave.change.same', {
        defaultMessage: 'was {before}, now {now} ({basis})',
        values,
      })
    : translate('logwave.change.other', {
        defaultMessage: 'was {before}, now {now} (compared with {basis}, before with {other})',
        values,
      });
}
