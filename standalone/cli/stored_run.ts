import type { Client } from '../../server/elastic/client';
import { type Run, isShared, visibleRuns, isUnfinished } from '../../server/app/runs';
import { fetchUserName } from '../../server/elastic/asking';
import { fetchExistingIndices, fetchRun } from '../../server/elastic/results';
import { UserError } from './basics/user_error';

/** The error for an id that no run has. */
export function noSuchRun(runId: string): UserError {
  return new UserError(`there is no run "${runId}": an id is written default:2015-04-01:UTC`);
}

/** The run, unless it is another user's own. */
async function visibleRun(
  client: Client,
  runId: string,
  signal: AbortSignal,
): Promise<Run | undefined> {
  const found = await fetchRun(client, runId, signal);
  if (found === undefined || isShared(found.run)) return found?.run;
  return visibleRuns([found.run], await fetchUserName(client, signal))[0];
}

/**
 * A finished run that the user may see, to be viewed again.
 *
 * @throws UserError if there is none, or it is still active, and the client's errors
 */
export async function storedRun(client: Client, runId: string, signal: AbortSignal): Promise<Run> {
  await fetchExistingIndices(client, signal);
  const run = await visibleRun(client, runId, signal);
  if (run === undefined) throw noSuchRun(runId);
  const { status } = run;
  if (isUnfinished(run)) throw new UserError(`${runId} is ${status}: wait until it ends`);
  if (status === 'analyzed' || status === 'partial') return run;
  throw new UserError(`${runId} did not finish (${status}): analyze the day again first`);
}
