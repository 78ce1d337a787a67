import { LEAST_DAYS } from './least_days';
import { ascending, percentileOfSorted } from './percentile';
import type { HourCount } from './series_case';

/** Under a Poisson law an hour of 10 expected events is empty once in 22,000 hours. */
const SURE_COUNT = 10;

/**
 * The hours in which a whole source has no event though events are certain there: every day that is
 * known at that hour, at least three, had some, and half of them had ten or more.
 *
 * @param totals events of the source in the 24 hours of the tested day; null if unknown
 * @param others the same for the days it is compared with; pass only similar days (the same
 * weekday) if there are three, since a quiet weekend does not make a working day uncertain
 * @returns wall-clock hours, ascending
 */
export function silentHours(
  totals: readonly HourCount[],
  others: readonly (readonly HourCount[])[],
): number[] {
  return totals.flatMap((total, hour) => {
    if (total !== 0) return [];
    const known = others.flatMap((day) => day[hour] ?? []);
    if (known.length < LEAST_DAYS) return [];
    const sorted = ascending(known);
    const isSure = (sorted[0] ?? 0) > 0 && percentileOfSorted(sorted, 50) >= SURE_COUNT;
    return isSure ? [hour] : [];
  });
}
