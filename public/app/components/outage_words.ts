import type { Outage } from '../../../common/settings';
import type { Source } from '../../../common/sources';
import { translate } from '../../i18n';

type Named = Pick<Source, 'id' | 'name'>;

/** For what a day is left out: "every series", or "the series of OSSEC". */
export function outageOfWords({ source }: Outage, sources: readonly Named[]): string {
  if (source === undefined) {
    return translate('logwave.outage.all', { defaultMessage: 'every series' });
  }
  const name = sources.find(({ id }) => id === source)?.name ?? source;
  return translate('logwave.outage.source', {
    defaultMessage: 'the series of {name}',
    values: { name },
  });
}

/** For what one day is left out, in words; undefined if it is learned from. */
export function outageWords(
  day: string,
  outages: readonly Outage[],
  sources: readonly Named[],
): string | undefined {
  const ofDay = outages.filter((outage) => outage.day === day);
  if (ofDay.length === 0) return undefined;
  const values = { what: ofDay.map((outage) => outageOfWords(outage, sources)).join(', ') };
  return translate('logwave.outage.leftOut', {
    defaultMessage: 'left out of training for {what}',
    values,
  });
}
