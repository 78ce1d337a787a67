import { shownRun, visibleRuns } from '../app/runs';
import { EVER, type Reader } from './reader';

const WITH_RESULT = new Set(['analyzed', 'partial']);

/**
 * Whether any day has a result that the reader may see, in any zone.
 *
 * @throws what the store throws
 */
export async function hasResults(
  reader: Pick<Reader, 'user' | 'fetchRuns'>,
  now: Date,
  signal: AbortSignal,
): Promise<boolean> {
  const runs = visibleRuns(await reader.fetchRuns(EVER, signal), reader.user);
  return runs.some((run) => WITH_RESULT.has(shownRun(run, now).status));
}
