import { useCallback, useEffect, useRef, useState } from 'react';
import { cancelRun, type ApiRun, startRun, tagDay } from '../../../../../common/api';
import type { Day } from '../../../../../common/time';
import { isAbort, toFault, type ApiFault, useServices } from '../../../basics';
import { watchRun } from './watch_run';

/** The state of the analysis of a day, as this page has followed it. */
export interface AnalysisState {
  readonly phase: 'idle' | 'running' | 'ended';
  /** Undefined until the host has answered. */
  readonly run: ApiRun | undefined;
  /** Why it could not start, or that nothing answers at the moment. */
  readonly fault: ApiFault | undefined;
}

/** The analysis of a day, and the possible actions. */
export interface Analysis extends AnalysisState {
  /** Analyzes the day, or joins an active run. */
  readonly start: (tag: boolean) => void;
  /** Tags the documents of the analyzed day. */
  readonly tagNow: () => void;
  readonly cancel: () => void;
  /** Follows a run that somebody else has started. */
  readonly follow: (runId: string) => void;
}

const IDLE: AnalysisState = { phase: 'idle', run: undefined, fault: undefined };
const BEGUN: AnalysisState = { phase: 'running', run: undefined, fault: undefined };

/** Starts and follows the analysis of a day. @param onEnd called with a run that ended */
export function useAnalysis(day: Day, onEnd: (run: ApiRun) => void): Analysis {
  const { api } = useServices();
  const [state, setState] = useState(IDLE);
  const controller = useRef<AbortController>();
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => () => controller.current?.abort(), []);

  const watch = useCallback(
    async (begin: (signal: AbortSignal) => Promise<string>) => {
      controller.current?.abort();
      const mine = new AbortController();
      controller.current = mine;
      const { signal } = mine;
      const change = (part: Partial<AnalysisState>): void => {
        if (!signal.aborted) setState((before) => ({ ...before, ...part }));
      };
      setState(BEGUN);
      try {
        const listener = {
          onRun: (run: ApiRun) => change({ run, fault: undefined }),
          onSilence: (fault: ApiFault) => change({ fault }),
        };
        const ended = await watchRun(api, await begin(signal), listener, signal);
        if (ended === undefined) return;
        change({ phase: 'ended' });
        end.current(ended);
      } catch (error) {
        if (!isAbort(error)) change({ phase: 'idle', fault: toFault(error) });
      }
    },
    [api],
  );
  const start = (tag: boolean): void =>
    void watch(async (signal) => (await api(startRun, { body: { day, tag } }, signal)).run_id);
  const tagNow = (): void =>
    void watch(async (signal) => (await api(tagDay, { params: { day } }, signal)).run_id);
  const follow = useCallback(
    (runId: string): void => void watch(() => Promise.resolve(runId)),
    [watch],
  );
  const cancel = (): void => {
    const { run } = state;
    if (run === undefined) return;
    const { signal } = new AbortController();
    api(cancelRun, { params: { run_id: run.run_id } }, signal).catch((error: unknown) =>
      setState((before) => ({ ...before, fault: toFault(error) })),
    );
  };
  return { ...state, start, tagNow, cancel, follow };
}
