import { HOURS_PER_DAY } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import type { Rhythms } from './rhythms';
import { amountWords, decimalWords } from '../../../words';

const SHORT_FRACTIONS = ['2', '½', '¼', '⅛'];

/** "mean level", "once a day", "every 8 hours". */
export function rhythmName(component: number): string {
  if (component === 0) {
    return translate('logwave.rhythms.mean', { defaultMessage: 'mean level' });
  }
  if (component === 1) {
    return translate('logwave.rhythms.day', { defaultMessage: 'once a day' });
  }
  return translate('logwave.rhythms.every', {
    defaultMessage: 'every {hours} hours',
    values: { hours: amountWords(HOURS_PER_DAY / component) },
  });
}

/**
 * The talk halves each weight. A mean counts double compared with amplitudes, which are doubled
 * here.
 */
function weightsInWords(count: number): string {
  const weights = Array.from(
    { length: count },
    (_, component) => SHORT_FRACTIONS[component] ?? `1/${2 ** component}`,
  );
  const last = weights[count - 1] ?? '';
  return [weights.slice(0, -1).join(', '), last].filter(Boolean).join(' and ');
}

/** How the rhythms add up to the talk's difference, or why there is none. */
export function arithmeticWords({ components, difference }: Rhythms): string {
  const last = components[components.length - 1];
  const values = {
    count: components.length,
    weights: weightsInWords(components.length),
    divisor: decimalWords(last?.usual ?? 0, 2),
    rhythm: rhythmName(last?.component ?? 0),
    difference: difference === null || difference === undefined ? '' : decimalWords(difference, 2),
  };
  if (difference === null) {
    return translate('logwave.rhythms.noDifference', {
      defaultMessage:
        'The talk’s method divides by the usual value {rhythm}. That value is 0, so the day’s difference has no number.',
      values,
    });
  }
  return translate('logwave.rhythms.arithmetic', {
    defaultMessage:
      'The day’s difference is {difference}: the sum of the {count} gaps, weighted {weights}, divided by {count} and by {divisor}, the usual value {rhythm}.',
    values,
  });
}

/** The text instead of the rhythms if the series is not assessed by them. */
export function onlyDescribed(method: string, limit: number): string {
  if (method === 'talk') return '';
  return translate('logwave.rhythms.described', {
    defaultMessage:
      'The talk’s method would have the threshold {limit}. This series is assessed hour by hour, not by cycles.',
    values: { limit: decimalWords(limit, 2) },
  });
}
