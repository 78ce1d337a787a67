import { translate } from '../../../../i18n';

/** What the form calls the settings of the talk's method that are not thresholds. */
export function talkTexts() {
  return {
    depth: translate('logwave.settings.depth', { defaultMessage: 'Depth' }),
    low_percentile: translate('logwave.settings.lowPercentile', {
      defaultMessage: 'Low percentile',
    }),
    high_percentile: translate('logwave.settings.highPercentile', {
      defaultMessage: 'High percentile',
    }),
  };
}
