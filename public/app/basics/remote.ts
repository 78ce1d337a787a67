import { useCallback, useEffect, useRef, useState } from 'react';
import { isAbort, isUnanswered, toFault, type ApiFault } from './api_fault';

/** How long to wait after the first request that nobody answered; twice as long after each other. */
const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 60000;

/** The state of a request to the host. */
export interface Remote<T> {
  /** The last answer for this key. It stays while it is requested again, and after a fault. */
  readonly data: T | undefined;
  /** Why the last request failed. */
  readonly fault: ApiFault | undefined;
  readonly isLoading: boolean;
  /** Sends the request again. */
  readonly reload: () => void;
}

/** Answers that outlive the component, so that they are shown at once when the reader returns. */
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
 * Requests something from the host when a component appears and whenever `key` changes, and aborts
 * when it disappears. If nobody answers, it asks again by itself, after pauses of 5 seconds to a
 * minute, so that the fault goes once somebody does.
 *
 * @param key identifies the request; an answer for another key is never shown
 * @param load sends the request; it may close over anything that `key` identifies
 * @param kept answers of earlier visits, shown until the new one arrives
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
  const unanswered = useRef({ key, times: 0 });
  const reload = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    const { signal, abort } = abortable();
    const change = (part: Partial<Held<T>>): void => {
      if (signal.aborted) return;
      const base = begun(key, latest.current.kept);
      setHeld((before) => ({ ...(before.key === key ? before : base), ...part }));
    };
    if (unanswered.current.key !== key) unanswered.current = { key, times: 0 };
    let again: ReturnType<typeof setTimeout> | undefined;
    const askLater = (): void => {
      const { times } = unanswered.current;
      again = setTimeout(reload, Math.min(FIRST_PAUSE_MS * 2 ** times, LONGEST_PAUSE_MS));
      unanswered.current = { key, times: times + 1 };
    };
    change({ isLoading: true });
    latest.current.load(signal).then(
      (data) => {
        if (signal.aborted) return;
        latest.current.kept?.set(key, data);
        unanswered.current = { key, times: 0 };
        change({ data, fault: undefined, isLoading: false });
      },
      (error: unknown) => {
        if (isAbort(error) || signal.aborted) return;
        const fault = toFault(error);
        change({ fault, isLoading: false });
        if (isUnanswered(fault)) askLater();
      },
    );
    return () => {
      clearTimeout(again);
      abort();
    };
  }, [key, round, reload]);
  return { ...(held.key === key ? held : begun(key, kept)), reload };
}

function abortable(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
