import type { EarlierAttempt, Run, RunStatus } from '../../app/runs';

/** A status as earlier versions spelled it, and its spelling now. */
const EARLIER_SPELLING = new Map<string, RunStatus>([
  ['analysed', 'analyzed'],
  ['cancelling', 'canceling'],
  ['cancelled', 'canceled'],
]);

function respelled<T extends { readonly status: RunStatus }>(stored: T): T {
  const status = EARLIER_SPELLING.get(stored.status);
  return status === undefined ? stored : { ...stored, status };
}

/** A run in the current form, whichever version has stored it. */
export function runFromStore(stored: Run): Run {
  const run = respelled(stored);
  if (run.earlier === undefined) return run;
  return { ...run, earlier: run.earlier.map((attempt: EarlierAttempt) => respelled(attempt)) };
}
