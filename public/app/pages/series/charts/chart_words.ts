import { basisNoun, rankWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { type EndLabelData, testWords, type TestKind } from '../../../../../common/charts';
import { basisWords, type SeriesView } from '../model/series_view';

/** The rank of the strongest flag among the days: "the highest of 5 Wednesdays". */
export function rankOf({ finding, basis }: SeriesView): string | undefined {
  const rank = finding?.rank ?? null;
  return rank === null ? undefined : rankWords(rank, basis);
}

/** The labels at the right end of the large chart. */
export function endWords({
  basis,
  areBandsOfModel,
}: Pick<SeriesView, 'basis' | 'areBandsOfModel'>): Pick<EndLabelData, 'oneDay' | 'words'> {
  return {
    oneDay: translate('logwave.series.oneDay', {
      defaultMessage: 'one {day}',
      values: { day: basisNoun(basis) },
    }),
    words: {
      today: translate('logwave.series.today', { defaultMessage: 'this day' }),
      middleHalf: areBandsOfModel
        ? translate('logwave.series.usualRange', { defaultMessage: 'half of the hours' })
        : translate('logwave.series.middleHalf', { defaultMessage: 'middle half' }),
      outer: areBandsOfModel
        ? translate('logwave.series.most', { defaultMessage: '19 in 20 hours' })
        : translate('logwave.series.outer', { defaultMessage: 'lowest to highest' }),
      usual: translate('logwave.series.usual', { defaultMessage: 'usual,' }),
    },
  };
}

/** "Today against 4 Wednesdays". */
export function dayTitle(view: SeriesView): string {
  if (view.basisDays.length === 0) {
    return translate('logwave.series.todayAlone', { defaultMessage: 'This day, hour by hour' });
  }
  return translate('logwave.series.todayAgainst', {
    defaultMessage: 'This day against {basis}',
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
        defaultMessage:
          'percent of the difference that would vanish with the usual count in that hour',
      }),
    };
  }
  return {
    title: translate('logwave.tests.surprise', { defaultMessage: 'How surprising each hour is' }),
    aside: translate('logwave.tests.surpriseAside', {
      defaultMessage: 'how unlikely such a count is by chance, as a multiple of the threshold',
    }),
  };
}

/** "25%, the" and "threshold", or "1, the" and "threshold": the words next to the line. */
export function limitWords(kind: TestKind, limit: number): string[] {
  const percent = kind === 'surprise' ? '1' : testWords('share', limit, Number.NaN);
  return [
    translate('logwave.tests.limitShare', {
      defaultMessage: '{percent}, the',
      values: { percent },
    }),
    translate('logwave.tests.limitShare2', { defaultMessage: 'threshold' }),
  ];
}

/** What a share below zero means; undefined if there is none. */
export function belowZeroWords(kind: TestKind): string {
  return kind === 'share'
    ? translate('logwave.tests.belowZero', {
        defaultMessage:
          'Below zero, the day would be even more unusual if this hour had its usual count.',
      })
    : '';
}
