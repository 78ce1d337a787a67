import { createCell, useCell, type Cell } from '../basics';

/** The hour under the cursor in all rows; undefined if there is none. */
export type HourCursor = Cell<number | undefined>;

/** Makes a cursor that points nowhere. */
export function createHourCursor(): HourCursor {
  return createCell<number | undefined>(undefined);
}

/** The hour after an arrow key, from one end of the day to the other. */
export function steppedHour(hour: number | undefined, step: 1 | -1): number {
  if (hour === undefined) return step === 1 ? 0 : 23;
  return (hour + step + 24) % 24;
}

/** The hour that the cursor points at. */
export function useHour(cursor: HourCursor): number | undefined {
  return useCell(cursor);
}
