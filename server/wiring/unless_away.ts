import type { Client } from '../elastic/client';
import { type Wait, waitFor } from '../app/basics';

/** Before the first check, and between two: a quick answer needs no check. */
const PAUSE_MS = 700;
/** A single refusal may be the moment of a restart. */
const REFUSALS = 2;

const NO_WAY = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/;

/** Whether nothing listens where Elasticsearch should be. A slow one still counts as present. */
function isAway(error: unknown): error is Error {
  return error instanceof Error && NO_WAY.test(error.message);
}

/** Rejects if nothing listened twice in a row. If something does, it never settles. */
async function refusal(client: Client, wait: Wait, signal: AbortSignal): Promise<never> {
  for (let refused = 1; ; refused += 1) {
    await wait(PAUSE_MS, signal);
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
 * Stops waiting for an answer as soon as it is clear that none will come. Elasticsearch's client
 * tries a closed port four times, for some seven seconds, before it says so.
 *
 * @throws what `work` throws, or the error of a connection that is refused
 */
export async function unlessAway<T>(
  work: Promise<T>,
  client: Client,
  signal: AbortSignal,
  wait: Wait = waitFor,
): Promise<T> {
  const looking = new AbortController();
  const stop = (): void => looking.abort();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, refusal(client, wait, looking.signal)]);
  } finally {
    stop();
    signal.removeEventListener('abort', stop);
  }
}
