import type { ApiSilence } from '../../../../common/api';
import { lengthWords } from '../../../../common/silence';
import { MS_PER_HOUR } from '../../../../common/time';
import { translate } from '../../../i18n';
import { subtypeText } from '../../words';

/** What became of the stream, in a word. */
export function stateWords({ state }: Pick<ApiSilence, 'state'>): string {
  switch (state) {
    case 'silent':
      return translate('logwave.silence.silent', { defaultMessage: 'Silent' });
    case 'late':
      return translate('logwave.silence.late', { defaultMessage: 'Late' });
    case 'recovered':
      return translate('logwave.silence.recovered', { defaultMessage: 'Speaks again' });
    case 'muted':
      return translate('logwave.silence.muted', { defaultMessage: 'Muted' });
    case 'gone':
      return translate('logwave.silence.gone', { defaultMessage: 'Gone' });
  }
}

/** The host, the series, or the whole source with what is folded into it. */
export function streamWords({ host, subtype, folded }: ApiSilence): string {
  if (host !== null) return host;
  if (subtype !== null) {
    return subtype === ''
      ? translate('logwave.silence.empty', { defaultMessage: '(empty)' })
      : subtypeText(subtype);
  }
  return folded === 0
    ? translate('logwave.silence.whole', { defaultMessage: 'The whole source' })
    : translate('logwave.silence.folded', {
        defaultMessage: 'The whole source, with {folded} hosts and series',
        values: { folded },
      });
}

/** How long it is silent, or was. @param at ISO 8601 */
export function silentFor({ silent_since: since, recovered_at: back }: ApiSilence, at: string) {
  const hours = (Date.parse(back ?? at) - Date.parse(since)) / MS_PER_HOUR;
  return lengthWords(Math.max(0, hours));
}

/** "2 silent, 1 late", or that nothing is. */
export function summaryWords(rows: readonly ApiSilence[]): string {
  const count = (state: ApiSilence['state']): number =>
    rows.filter((row) => row.state === state).length;
  const [silent, late] = [count('silent'), count('late')];
  if (silent + late === 0) {
    return translate('logwave.silence.none', { defaultMessage: 'Nothing is silent.' });
  }
  return translate('logwave.silence.summary', {
    defaultMessage: '{silent} silent, {late} late.',
    values: { silent, late },
  });
}
