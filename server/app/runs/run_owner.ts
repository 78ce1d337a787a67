import { createHash } from 'node:crypto';
import { runIdOf, type Run } from './run';

/** Longer names are in an id as their hash. */
const LONGEST_NAME = 80;
const NOBODY = 'an unnamed user';

/** Whose rights decided what was seen, in words. @param user null if not known */
export function seenBy(user: string | null): string {
  return user ?? NOBODY;
}

type RunOfDay = Pick<Run, 'scope' | 'day' | 'zone'>;

/** The id of a user's own run of a day, made with rights that do not show all documents. */
export function ownRunId({ scope, day, zone }: RunOfDay, user: string | null): string {
  const name = encodeURIComponent(seenBy(user));
  const short =
    name.length <= LONGEST_NAME ? name : createHash('sha256').update(name).digest('base64url');
  return `${runIdOf(scope, day, zone)}:${short}`;
}

/** Whether a run is the one that everybody sees, not a user's own. */
export function isShared({ run_id: runId, scope, day, zone }: RunOfDay & Pick<Run, 'run_id'>) {
  return runId === runIdOf(scope, day, zone);
}

/** The runs that a user may see: the shared ones, and the user's own. */
export function visibleRuns(runs: readonly Run[], user: string | null): Run[] {
  return runs.filter((run) => isShared(run) || run.run_id === ownRunId(run, user));
}
