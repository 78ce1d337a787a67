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

/** Answers that outlive the component, so that coming back shows them at once. */
export interface Kept<T> {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, data: T) => void;
}

interface Held<T> {
  readonly key: string;
  readonly data: T | undefined;
  readonly fault: ApiFault | undefined;
  readonly isLoading: boolean;
}

function begun<T>(key: string, kept: Kept<T> | undefined): Held<T> {
  return { key, data: kept?.get(key), fault: undefined, isLoading: true };
}

/**
 * Asks the host for something when a component appears and whenever `key` changes; gives up when it
 * goes away.
 *
 * @param key names what is asked for; an answer for another key is never shown
 * @param load asks; it may close over anything that `key` names
 * @param kept answers of earlier visits: shown until the new one is there
 */
export function useRemote<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  kept?: Kept<T>,
): Remote<T> {
  const [held, setHeld] = useState(() => begun(key, kept));
  const [round, setRound] = useState(0);
  const latest = useRef({ load, kept });
  latest.current = { load, kept };
  useEffect(() => {
    const { signal, abort } = abortable();
    const change = (part: Partial<Held<T>>): void => {
      if (signal.aborted) return;
      const base = begun(key, latest.current.kept);
      setHeld((before) => ({ ...(before.key === key ? before : base), ...part }));
    };
    change({ isLoading: true });
    latest.current.load(signal).then(
      (data) => {
        if (!signal.aborted) latest.current.kept?.set(key, data);
        change({ data, fault: undefined, isLoading: false });
      },
      (error: unknown) => {
        if (!isAbort(error)) change({ fault: toFault(error), isLoading: false });
      },
    );
    return abort;
  }, [key, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { ...(held.key === key ? held : begun(key, kept)), reload };
}

function abortable(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
