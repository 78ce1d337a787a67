import { QUIET, quietSentence, verdictWords } from '../../../../../common/waveform/words';
import type { SeriesAnswer, SeriesView } from './series_view';

/** The verdict and the sentence for a ticket. */
export interface SeriesSentence {
  /** "More.", "As usual."; empty where the sentence says it. */
  readonly verdict: string;
  readonly isFlag: boolean;
  readonly ticket: string;
}

/** What the page says of the series, unusual or not. */
export function sentenceOf({ head, row }: SeriesAnswer, view: SeriesView): SeriesSentence {
  const { finding, reason, total, usualTotal, basis, surprise } = view;
  if (finding !== null) {
    return { verdict: verdictWords(finding.verdict), isFlag: true, ticket: finding.ticket };
  }
  const facts = { day: head.day, code: row.code, total, usual_total: usualTotal, basis, surprise };
  const ticket = quietSentence(facts);
  return { verdict: reason ?? QUIET, isFlag: false, ticket };
}
