import { useCallback, useEffect, useRef, useState } from 'react';
import { backfill, cancelRun, listRuns } from '../../../../common/api';
import type { Day } from '../../../../common/time';
import { isAbort, toFault, type ApiFault, useServices } from '../../basics';
import { attemptsIn, gapsProgress, type Attempts, type GapsProgress } from './gaps_progress';

const LOOK_MS = 2000;

/** The progress of filling the gaps. */
export interface GapsState extends Pick<GapsProgress, 'done' | 'run'> {
  readonly days: number;
}

/** The requested days, and the attempts before that. */
interface Wanted {
  readonly days: readonly Day[];
  readonly before: Attempts;
}

export interface FillGaps {
  /** Undefined while nothing is filled. */
  readonly state: GapsState | undefined;
  readonly fault: ApiFault | undefined;
  readonly start: () => void;
  readonly cancel: () => void;
}

/**
 * Analyzes the days of a range that need it, and watches the run history until they are done.
 *
 * @param onDone called when the last day is done, or when it was canceled
 */
export function useFillGaps(from: Day, to: Day, onDone: () => void): FillGaps {
  const { api } = useServices();
  const [state, setState] = useState<GapsState>();
  const [fault, setFault] = useState<ApiFault>();
  const [wanted, setWanted] = useState<Wanted>();
  const finish = useRef(onDone);
  finish.current = onDone;

  const start = useCallback(() => {
    setFault(undefined);
    const { signal } = new AbortController();
    const ask = async (): Promise<void> => {
      const before = attemptsIn(await api(listRuns, { query: { from, to } }, signal));
      const body = { from, to, tag: false, again: false };
      const { days } = await api(backfill, { body }, signal);
      if (days.length === 0) finish.current();
      else setWanted({ days, before });
    };
    ask().catch((error: unknown) => setFault(toFault(error)));
  }, [api, from, to]);

  useEffect(() => {
    if (wanted === undefined) return undefined;
    const controller = new AbortController();
    const look = async (): Promise<void> => {
      const ledger = await api(listRuns, { query: { from, to } }, controller.signal);
      const { done, run, isOver } = gapsProgress(wanted.days, wanted.before, ledger);
      setState({ days: wanted.days.length, done, run });
      if (!isOver) return;
      setWanted(undefined);
      setState(undefined);
      finish.current();
    };
    const again = (): void =>
      void look().catch((error: unknown) => {
        if (!isAbort(error)) setFault(toFault(error));
      });
    again();
    const timer = setInterval(again, LOOK_MS);
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [api, from, to, wanted]);

  const run = state?.run;
  const cancel = useCallback(() => {
    if (run === undefined) return;
    const { signal } = new AbortController();
    api(cancelRun, { params: { run_id: run } }, signal).catch((error: unknown) =>
      setFault(toFault(error)),
    );
  }, [api, run]);
  return { state, fault, start, cancel };
}
