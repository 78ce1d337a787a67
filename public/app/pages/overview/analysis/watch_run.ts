import { INTERNAL_SERVER_ERROR, TOO_MANY_REQUESTS } from '../../../../../common/http';
import { getRun, type ApiRun } from '../../../../../common/api';
import { type ApiClient, isAbort, toFault, type ApiFault } from '../../../basics';
import { isActive } from './run_state';

/** How often the progress of a run is requested. */
const INTERVAL = 1000;

/** The callbacks of a watcher. */
export interface RunListener {
  readonly onRun: (run: ApiRun) => void;
  /** Nothing answered this time. It is tried again. */
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

/** Faults after which another request may help: the host or Elasticsearch was away. */
function mayPass({ statusCode }: ApiFault): boolean {
  return (
    statusCode === 0 || statusCode === TOO_MANY_REQUESTS || statusCode >= INTERNAL_SERVER_ERROR
  );
}

/**
 * Follows a run until it ends or the signal does. While nothing answers it keeps asking, since the
 * run continues as well.
 *
 * @returns the run as it ended; undefined if watching was stopped
 * @throws ApiFault for errors that another request does not change
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
