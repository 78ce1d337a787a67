import { useEffect, useRef, useState } from 'react';
import { isAbort, toFault, type ApiFault } from '../../../basics';

/** How long a reader can continue typing before a request is sent. */
const DELAY_MS = 300;

/** The state of a request to the host while a form is filled in. */
export interface DelayedRemote<T> {
  /** The answer for the present contents of the form, never for earlier ones. */
  readonly data: T | undefined;
  readonly fault: ApiFault | undefined;
  /** Whether a request is planned or pending. */
  readonly isWaiting: boolean;
}

interface Held<T> {
  readonly key: string;
  readonly data?: T;
  readonly fault?: ApiFault;
}

/**
 * Sends a request to the host once a form has not changed for a moment, and aborts the one before.
 *
 * @param key identifies the request; undefined if nothing is to be requested
 * @param load sends the request; it may close over anything that `key` identifies
 */
export function useDelayedRemote<T>(
  key: string | undefined,
  load: (signal: AbortSignal) => Promise<T>,
): DelayedRemote<T> {
  const [held, setHeld] = useState<Held<T>>();
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    if (key === undefined) return undefined;
    const controller = new AbortController();
    const ask = (): void => {
      latest.current(controller.signal).then(
        (data) => setHeld({ key, data }),
        (error: unknown) => {
          if (!isAbort(error)) setHeld({ key, fault: toFault(error) });
        },
      );
    };
    const timer = setTimeout(ask, DELAY_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [key]);
  const answer = held?.key === key ? held : undefined;
  const isWaiting = key !== undefined && answer === undefined;
  return { data: answer?.data, fault: answer?.fault, isWaiting };
}
