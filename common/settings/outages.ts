import type { Day } from '../time';
import type { Outage } from './settings';

/** Whether an outage applies to a source: its own, or one of all sources. */
export function isOutageOf(source: string, outage: Outage): boolean {
  return outage.source === undefined || outage.source === source;
}

/** The days that are left out for a source, oldest first, each once. */
export function outageDays(source: string, outages: readonly Outage[]): Day[] {
  const days = outages.filter((one) => isOutageOf(source, one)).map(({ day }) => day);
  return [...new Set(days)].sort();
}

/**
 * The outages after a day of a source, or of all sources, is left out or learned from again.
 *
 * @param changed which day, and of which source; of all sources if it names none
 * @returns in the order of their days
 */
export function withOutage(
  outages: readonly Outage[],
  changed: Outage,
  isLeftOut: boolean,
): Outage[] {
  const others = outages.filter(
    ({ day, source }) => day !== changed.day || source !== changed.source,
  );
  const next = isLeftOut ? [...others, changed] : others;
  return next.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}
