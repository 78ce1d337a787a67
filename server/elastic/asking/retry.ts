import type { Pause } from './backoff';

/** When a request is sent again. */
export interface RetryPolicy {
  /** Which errors may pass by themselves. */
  readonly isPassing: (error: unknown) => boolean;
  /** The maximum number of times that it is sent. */
  readonly tries: number;
  /** Waits after the n-th failure, from 1. Its last argument is that failure. */
  readonly pause: (...failed: [...Parameters<Pause>, error: unknown]) => Promise<void>;
}

/**
 * Sends a request again while its policy says so.
 *
 * @param send a request that may be sent twice
 * @throws what `send` throws; after an abort, the signal's reason
 */
export async function retry<T>(
  send: () => Promise<T>,
  { isPassing, tries, pause }: RetryPolicy,
  signal: AbortSignal,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (attempt >= tries || !isPassing(error)) throw error;
      await pause(attempt, signal, error);
    }
  }
}
