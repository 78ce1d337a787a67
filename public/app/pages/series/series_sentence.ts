import { QUIET, quietSentence } from '../../../../common/waveform/quiet_sentence';
import { verdictWords } from '../../../../common/waveform/sentence';
import { translate } from '../../../i18n';
import type { SeriesAnswer, SeriesView } from './series_view';

/** The verdict and the sentence for a ticket. */
export interface SeriesSentence {
  /** "More.", "As usual."; empty where the sentence says it. */
  readonly verdict: string;
  readonly isFlag: boolean;
  readonly ticket: string;
}

function belowFloor(): string {
  return translate('logwave.series.belowFloor', {
    defaultMessage: 'Unusual, but less than the settings ask for.',
  });
}

/** What the page says of the series, unusual or not. */
export function sentenceOf({ head, row }: SeriesAnswer, view: SeriesView): SeriesSentence {
  const { finding, state, reason, total, usualTotal, basis, surprise } = view;
  if (finding !== null) {
    return { verdict: verdictWords(finding.verdict), isFlag: true, ticket: finding.ticket };
  }
  const facts = { day: head.day, code: row.code, total, usual_total: usualTotal, basis, surprise };
  const ticket = quietSentence(facts);
  if (state === 'not_judged') {
    return { verdict: reason ?? '', isFlag: false, ticket };
  }
  return { verdict: state === 'below_floor' ? belowFloor() : QUIET, isFlag: false, ticket };
}
