import { INTERNAL_SERVER_ERROR, TOO_MANY_REQUESTS } from '../../../../../common/http';
import { getRun, type ApiRun } from '../../../../../common/api';
import { type ApiClient, isAbort, toFault, type ApiFault } from '../../../basics';
import { isActive } from './run_state';

/** How often a run is asked how far it has come. */
const INTERVAL = 1000;

/** What a watcher hears. */
export interface RunListener {
  readonly onRun: (run: ApiRun) => void;
  /** Nobody answered this time; it is tried again. */
  readonly onSilence: (fault: ApiFault) => void;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

/** Faults after which asking again may help: the host or Elasticsearch was away. */
function mayPass({ statusCode }: ApiFault): boolean {
  return (
    statusCode === 0 || statusCode === TOO_MANY_REQUESTS || statusCode >= INTERNAL_SERVER_ERROR
  );
}

/**
 * Follows a run until it ends or the signal does. While nobody answers it goes on asking: the run
 * goes on as well.
 *
 * @returns the run as it ended; undefined where the watching was given up
 * @throws ApiFault for what asking again does not change
 */
export async function watchRun(
  api: ApiClient,
  runId: string,
  listener: RunListener,
  signal: AbortSignal,
  interval = INTERVAL,
): Promise<ApiRun | undefined> {
  while (!signal.aborted) {
    try {
      const run = await api(getRun, { params: { run_id: runId } }, signal);
      listener.onRun(run);
      if (!isActive(run)) return run;
    } catch (error) {
      const fault = toFault(error);
      if (isAbort(error) || signal.aborted) return undefined;
      if (!mayPass(fault)) throw fault;
      listener.onSilence(fault);
    }
    await pause(interval, signal);
  }
  return undefined;
}
