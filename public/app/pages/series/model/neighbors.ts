import { everyRow, filterRows, rowsOfDay, type DayAnswer, rowKey } from '../../../rows';
import type { SeriesKey } from '../../../basics';

/** The series before and after one, in the order of the day's overview. */
export interface Neighbors {
  readonly previous: SeriesKey | undefined;
  readonly next: SeriesKey | undefined;
}

/**
 * The series beside one in the overview, as far as the reader's filter leaves them; a series that it
 * hides stands before the first.
 */
export function neighborsOf(day: DayAnswer, filter: string, series: SeriesKey): Neighbors {
  const order = everyRow(filterRows(rowsOfDay(day), filter)).flatMap((row) => row.series ?? []);
  const at = order.findIndex((other) => rowKey(other) === rowKey(series));
  return { previous: order[at - 1], next: order[at + 1] };
}
