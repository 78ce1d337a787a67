import { createHash } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import { CONFLICT } from '../../../common/http';
import { stableJson } from '../../app/basics';
import type { Mark } from '../../app/silence';
import { asResponseError, refusalType, searchPages, writePatiently } from '../asking';
import { MARKS_INDEX } from '../results';

const MARKS_PER_REQUEST = 1_000;

/**
 * Adds a mark: `write` on the index is enough. Marks are never changed, and the same mark written
 * twice is one.
 *
 * @throws the client's errors
 */
export async function addMark(client: Client, mark: Mark, signal: AbortSignal): Promise<void> {
  const id = createHash('sha256').update(stableJson(mark)).digest('base64url');
  const request = { index: MARKS_INDEX, id, op_type: 'create', refresh: true } as const;
  const send = () => client.index({ ...request, document: mark }, { signal });
  try {
    await writePatiently(send, signal);
  } catch (error) {
    // A request that was sent again, since no answer came, is in conflict with itself.
    if (asResponseError(error)?.statusCode !== CONFLICT) throw error;
  }
}

/**
 * All marks of a scope, in no order; none where nobody has set one.
 *
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchMarks(
  client: Client,
  scope: string,
  signal: AbortSignal,
): Promise<Mark[]> {
  const request = {
    index: MARKS_INDEX,
    query: { bool: { filter: [{ term: { scope } }] } },
    size: MARKS_PER_REQUEST,
    source: true,
    ignore_unavailable: false,
  };
  const marks: Mark[] = [];
  try {
    for await (const hits of searchPages<Mark>(client, request, signal)) {
      for (const { _source: mark } of hits) if (mark?.version === 1) marks.push(mark);
    }
  } catch (error) {
    if (refusalType(error) !== 'index_not_found_exception') throw error;
  }
  return marks;
}
