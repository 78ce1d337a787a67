import { useEffect, useRef, useState } from 'react';
import { isAbort, toFault, type ApiFault } from '../../../basics';

/** So long a reader may go on typing before anything is asked. */
const DELAY_MS = 300;

/** What was asked of the host while a form is filled in. */
export interface DelayedRemote<T> {
  /** The answer for what the form says now; never one for what it said before. */
  readonly data: T | undefined;
  readonly fault: ApiFault | undefined;
  /** Whether it will be asked, or is being answered. */
  readonly isWaiting: boolean;
}

interface Held<T> {
  readonly key: string;
  readonly data?: T;
  readonly fault?: ApiFault;
}

/**
 * Asks the host once a form has come to rest, and gives up what was asked before.
 *
 * @param key names what is asked for; undefined where nothing is to be asked
 * @param load asks; it may close over anything that `key` names
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
