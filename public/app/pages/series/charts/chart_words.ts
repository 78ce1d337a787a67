import { basisNoun, rankWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { type EndLabelData, testWords, type TestKind } from '../../../charts';
import { basisWords, type SeriesView } from '../model/series_view';

/** What the strongest flag is among the days: "the highest of 5 Wednesdays". */
export function rankOf({ finding, basis }: SeriesView): string | undefined {
  const rank = finding?.rank ?? null;
  return rank === null ? undefined : rankWords(rank, basis);
}

/** The words at the right end of the large chart. */
export function endWords(basis: string): Pick<EndLabelData, 'oneDay' | 'words'> {
  return {
    oneDay: translate('logwave.series.oneDay', {
      defaultMessage: 'one {day}',
      values: { day: basisNoun(basis) },
    }),
    words: {
      today: translate('logwave.series.today', { defaultMessage: 'today' }),
      middleHalf: translate('logwave.series.middleHalf', { defaultMessage: 'middle half' }),
      outer: translate('logwave.series.outer', { defaultMessage: 'lowest to highest' }),
      usual: translate('logwave.series.usual', { defaultMessage: 'usual,' }),
    },
  };
}

/** "Today against 4 Wednesdays". */
export function dayTitle(view: SeriesView): string {
  if (view.basisDays.length === 0) {
    return translate('logwave.series.todayAlone', { defaultMessage: 'Today, hour by hour' });
  }
  return translate('logwave.series.todayAgainst', {
    defaultMessage: 'Today against {basis}',
    values: { basis: basisWords(view) },
  });
}

/** The title of the lower chart, and what its values are. */
export function testTitle(kind: TestKind): { readonly title: string; readonly aside: string } {
  if (kind === 'share') {
    return {
      title: translate('logwave.tests.share', {
        defaultMessage: 'What each hour adds to the day’s difference',
      }),
      aside: translate('logwave.tests.shareAside', {
        defaultMessage: 'percent that would vanish if the hour had its usual count',
      }),
    };
  }
  return {
    title: translate('logwave.tests.surprise', { defaultMessage: 'How surprising each hour is' }),
    aside: translate('logwave.tests.surpriseAside', {
      defaultMessage: 'how rare such a count is by chance, over the limit',
    }),
  };
}

/** "25%, the" and "threshold": the limit's name, beside its rule. */
export function limitWords(kind: TestKind, limit: number): string[] {
  if (kind === 'surprise') {
    return [translate('logwave.tests.limit', { defaultMessage: '1, the limit' })];
  }
  const percent = testWords('share', limit, Number.NaN);
  return [
    translate('logwave.tests.limitShare', {
      defaultMessage: '{percent}, the',
      values: { percent },
    }),
    translate('logwave.tests.limitShare2', { defaultMessage: 'threshold' }),
  ];
}

/** What a share below zero says; undefined where there is none. */
export function belowZeroWords(kind: TestKind): string {
  return kind === 'share'
    ? translate('logwave.tests.belowZero', {
        defaultMessage:
          'Below zero: with this hour at its usual count the day would look even more unusual.',
      })
    : '';
}
