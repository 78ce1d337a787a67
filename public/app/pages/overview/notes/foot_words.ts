import { translate } from '../../../../i18n';
import type { OverviewRow } from '../../../rows';

/** How many rows are compared with a basis. */
function commonestBasis(rows: readonly OverviewRow[]): OverviewRow | undefined {
  const counts = new Map<string, { row: OverviewRow; count: number }>();
  for (const row of rows) {
    if (row.outer === null || row.basisDays === 0) continue;
    const held = counts.get(row.basis);
    counts.set(row.basis, { row, count: (held?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.row;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/**
 * How often an hour leaves the outer band by pure chance: with n days, the next one is their
 * highest or lowest in 2 of n + 1 cases.
 */
export function chanceOutside(days: number): { readonly hours: number; readonly of: number } {
  const common = divisor(2, days + 1);
  return { hours: 2 / common, of: (days + 1) / common };
}

/** What the drawing means under a method whose model gives the bands. */
function modelWords(): string {
  return translate('logwave.foot.model', {
    defaultMessage:
      'Line: this day, from 0 to Max. Inner band: half of the usual hours; outer band: 19 in 20. Only hours with a dot are flagged.',
  });
}

/** What the drawing means, and that leaving the band is not a finding. */
export function footWords(rows: readonly OverviewRow[], method: string): string {
  const commonest = commonestBasis(rows);
  if (commonest === undefined) {
    return translate('logwave.foot.noBands', {
      defaultMessage:
        'Line: this day, from 0 to Max. With fewer than three days, no band is drawn.',
    });
  }
  if (method !== 'talk') return modelWords();
  const values = {
    basis: commonest.basis,
    days: commonest.basisDays,
    ...chanceOutside(commonest.basisDays),
  };
  const isMixed = rows.some(({ basis, outer }) => outer !== null && basis !== commonest.basis);
  const bands = isMixed
    ? translate('logwave.foot.mixed', {
        defaultMessage:
          'Outer band: lowest to highest of the training days, mostly {basis}. Inner band: their middle half. Line: this day, from 0 to Max.',
        values,
      })
    : translate('logwave.foot.bands', {
        defaultMessage:
          'Outer band: lowest to highest of {basis}. Inner band: their middle half. Line: this day, from 0 to Max.',
        values,
      });
  const chance = translate('logwave.foot.chance', {
    defaultMessage:
      'Dots mark flagged hours. With {days} days, {hours, plural, one {# hour in {of} leaves} other {# hours in {of} leave}} the band by chance.',
    values,
  });
  return `${bands} ${chance}`;
}
