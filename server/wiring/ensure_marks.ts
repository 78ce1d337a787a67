import type { Client } from '../elastic/client';
import { ensureOwnIndices, logwaveIndices, MARKS_INDEX } from '../elastic/results';
import { isForbidden } from '../elastic/asking';

/**
 * Makes sure that marks are stored as they should be, as far as the user may. A user who may only
 * write there can neither read nor create the index, and the write itself shows the problem.
 *
 * @throws as `ensureOwnIndices`
 */
export async function ensureMarks(client: Client, signal: AbortSignal): Promise<void> {
  const marks = logwaveIndices.filter(({ name }) => name === MARKS_INDEX);
  try {
    await ensureOwnIndices(client, marks, signal);
  } catch (error) {
    if (!isForbidden(error)) throw error;
  }
}
