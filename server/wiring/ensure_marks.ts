import type { Client } from '@elastic/elasticsearch';
import { ensureOwnIndices, logwaveIndices, MARKS_INDEX } from '../elastic/results';
import { isForbidden } from '../elastic/asking';

/**
 * Makes sure that marks are kept as they should be, as far as the user may: who may only write there
 * can neither look at the index nor make it, and the write itself tells.
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
