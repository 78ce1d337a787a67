import { QUIET, quietSentence, verdictWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import type { SeriesAnswer, SeriesView } from './series_view';

/** The verdict and the sentence for a ticket. */
export interface SeriesSentence {
  /** "More.", "As usual."; empty if the sentence says it. */
  readonly verdict: string;
  readonly isFlag: boolean;
  readonly ticket: string;
}

/**
 * The sentence for a ticket. It ends with what a reader elsewhere needs: the zone of its hours, the
 * tag by which the documents are found, and the link back.
 *
 * @param link to the page
 */
export function copiedSentence(
  { head, row }: Pick<SeriesAnswer, 'head' | 'row'>,
  ticket: string,
  link: string,
): string {
  const tag = row.finding?.tag;
  const parts = [
    ticket,
    translate('logwave.series.copiedZone', {
      defaultMessage: 'Hours are in {zone}.',
      values: { zone: head.zone },
    }),
    ...(tag === undefined
      ? []
      : [
          translate('logwave.series.copiedTag', { defaultMessage: 'Tag: {tag}.', values: { tag } }),
        ]),
    link,
  ];
  return parts.join(' ');
}

/** The page's text about the series, unusual or not. */
export function sentenceOf({ head, row }: SeriesAnswer, view: SeriesView): SeriesSentence {
  const { finding, reason, total, usualTotal, basis, surprise } = view;
  if (finding !== null) {
    return { verdict: verdictWords(finding.verdict), isFlag: true, ticket: finding.ticket };
  }
  const facts = { day: head.day, code: row.code, total, usual_total: usualTotal, basis, surprise };
  const ticket = quietSentence(facts);
  return { verdict: reason ?? QUIET, isFlag: false, ticket };
}
