import type { Floors } from '../../../../../common/settings';
import { translate } from '../../../../i18n';

/** Minimums in words; empty if there are none. */
export function floorsWords(floors: Floors = {}): string {
  const { least_count: count, least_excess: excess, least_ratio: ratio, judge } = floors;
  if (judge === false) {
    return translate('logwave.floors.notAssessed', { defaultMessage: 'not assessed' });
  }
  const parts = [
    count !== undefined &&
      translate('logwave.floors.below', {
        defaultMessage: 'at least {count, plural, one {# event} other {# events}}',
        values: { count },
      }),
    excess !== undefined &&
      translate('logwave.floors.within', {
        defaultMessage: 'at least {count} more or fewer than usual',
        values: { count: excess },
      }),
    ratio !== undefined &&
      translate('logwave.floors.times', {
        defaultMessage: 'at least {ratio} times usual or 1/{ratio}',
        values: { ratio },
      }),
  ];
  return parts.filter((part) => part !== false).join(', ');
}
