import { TOO_MANY_REQUESTS } from '../../../common/http';
import { waitFor } from '../../app/basics';
import { indexBlockOf } from './error_reason';
import { asResponseError } from './response_error';
import { retry } from './retry';

const WAITS_MS = [500, 1_000, 2_000];

/** A cluster with too much to do says so with this status; a moment later it may answer. */
function isBusy(error: unknown): boolean {
  const isTurnedAway = asResponseError(error)?.statusCode === TOO_MANY_REQUESTS;
  // A disk that is nearly full comes with the same status, and is so a moment later.
  return isTurnedAway && indexBlockOf(error) === undefined;
}

/**
 * Sends a request again, after half a second, one and two, while the cluster has too much to do.
 *
 * @param send a request that may be sent twice
 * @param isPassing which errors are waited for; absent where it is a busy cluster alone
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
