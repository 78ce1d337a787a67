import type { Client } from '../elastic/client';
import { ApiError } from '../../common/api';
import { INTERNAL_SERVER_ERROR } from '../../common/http';
import { asResponseError } from '../elastic/asking';
import { type Wait, waitFor } from '../app/basics';

/** Elasticsearch answers a ping at once, however long its searches take. */
const PATIENCE_MS = 1000;
/** If the time took that much longer, this process was busy and has not listened. */
const BUSY_MS = 500;

/** What tells the time, in milliseconds. */
export type Clock = () => number;

/** Ends once there was time for an answer in which this process would have noticed it. */
async function patience(wait: Wait, clock: Clock, signal: AbortSignal): Promise<'none'> {
  for (;;) {
    const before = clock();
    await wait(PATIENCE_MS, signal);
    if (clock() - before < PATIENCE_MS + BUSY_MS) return 'none';
  }
}

async function ping(client: Client, signal: AbortSignal): Promise<'answered'> {
  try {
    // Not `ping`: its answer has no body, so that of a proxy would look like one of Elasticsearch.
    await client.info({}, { maxRetries: 0, signal });
  } catch (error) {
    const status = asResponseError(error)?.statusCode ?? INTERNAL_SERVER_ERROR;
    // A refusal is an answer. A gateway's error is not one of Elasticsearch.
    if (status >= INTERNAL_SERVER_ERROR) throw error;
  }
  return 'answered';
}

/**
 * Whether Elasticsearch answers at all, as opposed to taking long for a search.
 *
 * @throws ApiError if it takes the ping and does not answer it for a second; the client's error if
 *   nothing listens
 */
export async function assertAnswers(
  client: Client,
  signal: AbortSignal,
  wait: Wait = waitFor,
  clock: Clock = () => performance.now(),
): Promise<void> {
  const asking = new AbortController();
  const stop = (): void => asking.abort();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const answer = ping(client, asking.signal);
    const first = await Promise.race([answer, patience(wait, clock, asking.signal)]);
    if (first === 'answered') return;
    throw new ApiError(
      'elasticsearch_unreachable',
      'Elasticsearch has not answered a ping for a second',
    );
  } finally {
    stop();
    signal.removeEventListener('abort', stop);
  }
}
