import { HOURS_PER_DAY } from '../../time';
import { HourTable } from './hour_table';
import type { SourceDay } from './source_day';

/** Events of all series of a day in each of its 24 hours. */
export function sumByHour(series: SourceDay['series']): number[] {
  if (series instanceof HourTable) return series.totals();
  const totals = Array<number>(HOURS_PER_DAY).fill(0);
  for (const events of series.values()) {
    events.forEach((count, hour) => (totals[hour] = (totals[hour] ?? 0) + count));
  }
  return totals;
}
