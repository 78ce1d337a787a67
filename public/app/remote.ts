import { useCallback, useEffect, useRef, useState } from 'react';
import { isAbort, toFault, type ApiFault } from './api_fault';

/** What was asked of the host, as far as it is there. */
export interface Remote<T> {
  /** The last answer for this key; it stays while it is asked for again, and after a fault. */
  readonly data: T | undefined;
  /** Why the last request failed. */
  readonly fault: ApiFault | undefined;
  readonly isLoading: boolean;
  /** Asks again. */
  readonly reload: () => void;
}

interface Held<T> {
  readonly key: string;
  readonly data: T | undefined;
  readonly fault: ApiFault | undefined;
  readonly isLoading: boolean;
}

/**
 * Asks the host for something when a component appears and whenever `key` changes; gives up when it
 * goes away.
 *
 * @param key names what is asked for; an answer for another key is never shown
 * @param load asks; it may close over anything that `key` names
 */
export function useRemote<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Remote<T> {
  const empty: Held<T> = { key, data: undefined, fault: undefined, isLoading: true };
  const [held, setHeld] = useState(empty);
  const [round, setRound] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    const controller = new AbortController();
    const keep = (part: Partial<Held<T>>): void =>
      setHeld((before) => ({
        ...(before.key === key ? before : { ...before, data: undefined }),
        key,
        fault: undefined,
        isLoading: false,
        ...part,
      }));
    keep({ isLoading: true });
    latest.current(controller.signal).then(
      (data) => controller.signal.aborted || keep({ data }),
      (error: unknown) =>
        controller.signal.aborted || isAbort(error) || keep({ fault: toFault(error) }),
    );
    return () => controller.abort();
  }, [key, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { ...(held.key === key ? held : empty), reload };
}
