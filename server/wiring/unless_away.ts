import type { Client } from '@elastic/elasticsearch';
import { waitFor } from '../app/basics';

/** Before the first look, and between two: an answer that is quick is not looked after. */
const PAUSE_MS = 700;
/** A single refusal may be the moment of a restart. */
const REFUSALS = 2;

const NO_WAY = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/;

/** Whether nobody listens where Elasticsearch should be; one that is slow is there. */
function isAway(error: unknown): error is Error {
  return error instanceof Error && NO_WAY.test(error.message);
}

/** Rejects when nobody listened twice in a row; where somebody does it never settles. */
async function refusal(client: Client, signal: AbortSignal): Promise<never> {
  for (let refused = 1; ; refused += 1) {
    await waitFor(PAUSE_MS, signal);
    try {
      await client.ping({}, { maxRetries: 0, signal });
      break;
    } catch (error) {
      if (!isAway(error)) break;
      if (refused === REFUSALS) throw error;
    }
  }
  return new Promise<never>(() => undefined);
}

/**
 * Ends waiting for an answer as soon as it is plain that nobody will give one. Elasticsearch's client
 * asks a closed door four times, for some seven seconds, before it says so.
 *
 * @throws what `work` throws, or the error of a connection that is refused
 */
export async function unlessAway<T>(
  work: Promise<T>,
  client: Client,
  signal: AbortSignal,
): Promise<T> {
  const looking = new AbortController();
  const stop = (): void => looking.abort();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, refusal(client, looking.signal)]);
  } finally {
    stop();
    signal.removeEventListener('abort', stop);
  }
}
