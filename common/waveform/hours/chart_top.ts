import { greatest } from '../../lists';

/** One event must not look like a peak. */
const LEAST_TOP = 5;

/** The top of a chart of these counts: the greatest of them, but never less than five. */
export function chartTop(counts: readonly number[]): number {
  return greatest([LEAST_TOP, ...counts]);
}
