import { useCallback, useEffect, useRef, useState } from 'react';
import { backfill, cancelRun, listRuns } from '../../../../common/api';
import type { Day } from '../../../../common/time';
import { isAbort, toFault, type ApiFault, useServices } from '../../basics';
const LOOK_MS = 2_000;

/** How far filling the gaps has come. */
export interface GapsState {
  readonly days: number;
  readonly done: number;
  /** The run that goes on now; undefined in between. */
  readonly run: string | undefined;
}

export interface FillGaps {
  /** Undefined while nothing is filled. */
  readonly state: GapsState | undefined;
  readonly fault: ApiFault | undefined;
  readonly start: () => void;
  readonly cancel: () => void;
}

/**
 * Analyzes the days of a range that need it, and watches the ledger until they are done.
 *
 * @param onDone told when the last day is done, or when it was canceled
 */
export function useFillGaps(from: Day, to: Day, onDone: () => void): FillGaps {
  const { api } = useServices();
  const [state, setState] = useState<GapsState>();
  const [fault, setFault] = useState<ApiFault>();
  const [wanted, setWanted] = useState<readonly Day[]>();
  const finish = useRef(onDone);
  finish.current = onDone;

  const start = useCallback(() => {
    setFault(undefined);
    const { signal } = new AbortController();
    api(backfill, { body: { from, to, tag: false, again: false } }, signal).then(
      ({ days }) => (days.length === 0 ? finish.current() : setWanted(days)),
      (error: unknown) => setFault(toFault(error)),
    );
  }, [api, from, to]);

  useEffect(() => {
    if (wanted === undefined) return undefined;
    const controller = new AbortController();
    const begunAt = Date.now();
    const look = async (): Promise<void> => {
      const { days, runs } = await api(listRuns, { query: { from, to } }, controller.signal);
      const states = days.filter(({ day }) => wanted.includes(day));
      const running = runs.find(({ status }) => status === 'running' || status === 'canceling');
      const isOver = ({ state: one, run_id: id }: (typeof days)[number]): boolean =>
        one !== 'running' &&
        runs.some((run) => run.run_id === id && Date.parse(run.started_at) >= begunAt - LOOK_MS);
      const done = states.filter(isOver).length;
      const isCanceled = states.some((one) => one.state === 'canceled' && isOver(one));
      setState({ days: wanted.length, done, run: running?.run_id });
      if (done < wanted.length && !(isCanceled && running === undefined)) return;
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
