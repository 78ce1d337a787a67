import { TOO_MANY_REQUESTS } from '../../../common/http';
import { waitFor } from '../../app/basics';
import { indexBlockOf, isShortOfMemory, isShortOfMemoryForGood } from './error_reason';
import { asResponseError } from './response_error';
import { retry } from './retry';

const WAITS_MS = [500, 1_000, 2_000];

/** An overloaded cluster answers with this status. A moment later it may accept the request. */
export function isBusy(error: unknown): boolean {
  const isTurnedAway = asResponseError(error)?.statusCode === TOO_MANY_REQUESTS;
  // A nearly full disk gives the same status, and so does field data without room. Both last.
  return isTurnedAway && indexBlockOf(error) === undefined && !isShortOfMemoryForGood(error);
}

/** The same for another reason than memory, of which a smaller request needs less. */
export function isBusyWithMemory(error: unknown): boolean {
  return isBusy(error) && !isShortOfMemory(error);
}

/**
 * Sends a request again, after half a second, one and two, while the cluster is overloaded.
 *
 * @param send a request that may be sent twice
 * @param isPassing which errors are retried; absent if only those of a busy cluster are
 * @throws what `send` throws; after an abort, the signal's reason
 */
export async function patiently<T>(
  send: () => Promise<T>,
  signal: AbortSignal,
  isPassing: (error: unknown) => boolean = isBusy,
): Promise<T> {
  const policy = {
    isPassing,
    tries: WAITS_MS.length + 1,
    pause: (attempt: number, over: AbortSignal) => waitFor(WAITS_MS[attempt - 1] ?? 0, over),
  };
  return retry(send, policy, signal);
}
