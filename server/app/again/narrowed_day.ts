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
 * A day of a source as one of its series needs it: that series, and all others as one. What is found
 * out about the source as a whole stays the same, and no other series is assessed.
 *
 * @param subtype null where only the whole source is wanted
 */
export function narrowedDay(day: SourceDay, subtype: string | null): SourceDay {
  const own = subtype === null ? undefined : day.series.get(subtype);
  const rest = totalsOf(day).map((total, hour) => total - (own?.[hour] ?? 0));
  const others = new Map([[subtype === REST ? `${REST} ` : REST, rest]]);
  if (subtype !== null && own !== undefined) others.set(subtype, [...own]);
  return { ...day, series: others };
}
