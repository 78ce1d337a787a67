import { everyRow, filterRows, rowsOfDay, type DayAnswer, rowKey } from '../../../rows';
import type { SeriesKey } from '../../../basics';

/** The series before and after one, in the order of the day's overview. */
export interface Neighbors {
  readonly previous: SeriesKey | undefined;
  readonly next: SeriesKey | undefined;
}

/**
 * The series before and after one in the overview, among those that match the reader's filter. A
 * series that the filter hides is treated as if it came before the first.
 */
export function neighborsOf(day: DayAnswer, filter: string, series: SeriesKey): Neighbors {
  const order = everyRow(filterRows(rowsOfDay(day), filter)).flatMap((row) => row.series ?? []);
  const at = order.findIndex((other) => rowKey(other) === rowKey(series));
  return { previous: order[at - 1], next: order[at + 1] };
}
