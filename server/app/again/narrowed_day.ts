import { HOURS_PER_DAY } from '../../../common/time';
import { HourTable, type SourceDay } from '../../../common/waveform/hours';

const REST = 'all other series';

/** Events of all series in each hour. */
function totalsOf({ series }: SourceDay): number[] {
  if (series instanceof HourTable) return series.totals();
  const totals = Array<number>(HOURS_PER_DAY).fill(0);
  for (const hours of series.values()) {
    hours.forEach((events, hour) => (totals[hour] = (totals[hour] ?? 0) + events));
  }
  return totals;
}

/**
 * A day of a source reduced to what one of its series needs: that series, and the sum of all
 * others. The results for the source as a whole stay the same, and no other series is assessed.
 *
 * @param subtype null if only the whole source is needed
 */
export function narrowedDay(day: SourceDay, subtype: string | null): SourceDay {
  const own = subtype === null ? undefined : day.series.get(subtype);
  const rest = totalsOf(day).map((total, hour) => total - (own?.[hour] ?? 0));
  const others = new Map([[subtype === REST ? `${REST} ` : REST, rest]]);
  if (subtype !== null && own !== undefined) others.set(subtype, [...own]);
  return { ...day, series: others };
}
