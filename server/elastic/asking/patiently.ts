import { setTimeout as wait } from 'node:timers/promises';
import { TOO_MANY_REQUESTS } from '../../../common/http';
import { indexBlockOf } from './error_reason';
import { asResponseError } from './response_error';

/** A cluster with too much to do says so with this status; a moment later it may answer. */
const WAITS_MS = [500, 1_000, 2_000];

function isBusy(error: unknown): boolean {
  const isTurnedAway = asResponseError(error)?.statusCode === TOO_MANY_REQUESTS;
  // A disk that is nearly full comes with the same status, and is so a moment later.
  return isTurnedAway && indexBlockOf(error) === undefined;
}

/**
 * Sends a request again, after half a second, one and two, while the cluster has too much to do.
 *
 * @param send a request that may be sent twice
 * @param isWorthWaiting which errors are waited for; absent where it is a busy cluster alone
 * @throws what `send` throws; after an abort, an AbortError
 */
export async function patiently<T>(
  send: () => Promise<T>,
  signal: AbortSignal,
  isWorthWaiting: (error: unknown) => boolean = isBusy,
): Promise<T> {
  for (const milliseconds of WAITS_MS) {
    try {
      return await send();
    } catch (error) {
      if (!isWorthWaiting(error)) throw error;
      await wait(milliseconds, undefined, { signal });
    }
  }
  return send();
}
