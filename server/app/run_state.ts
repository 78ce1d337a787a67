import type { Run } from './run';

/** A run without a sign of life for so long is taken for dead, and can be begun again. */
export const LIFELESS_MS = 60_000;

/** Whether the run says that it goes on. */
export function isUnfinished({ status }: Run): boolean {
  return status === 'running' || status === 'cancelling';
}

/** Whether the run goes on, as far as its last sign of life tells. */
export function isAlive(run: Run, now: Date): boolean {
  return isUnfinished(run) && now.getTime() - Date.parse(run.heartbeat_at) < LIFELESS_MS;
}

/** The run as it is to be shown: one without a sign of life for a minute has failed. */
export function shownRun(run: Run, now: Date): Run {
  if (!isUnfinished(run) || isAlive(run, now)) return run;
  const error = `no sign of life since ${run.heartbeat_at}; start the analysis again to go on`;
  return { ...run, status: 'failed', error };
}
