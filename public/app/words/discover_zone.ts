import { translate } from '../../i18n';

/** The sentence if Discover shows times in another zone; undefined if both agree. */
export function discoverZoneWords(zone: string, hostZone: string | undefined): string | undefined {
  if (hostZone === undefined || hostZone === zone) return undefined;
  return translate('logwave.row.discoverZone', {
    defaultMessage: 'Discover shows times in {hostZone}, this page in {zone}.',
    values: { hostZone, zone },
  });
}
