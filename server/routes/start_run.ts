import { ApiError, startRun } from '../../common/api';
import type { Settings } from '../../common/settings';
import { type Day, dayAt } from '../../common/time';
import type { Run, RunStatus } from '../app/runs';
import {
  analysisPorts,
  type Caller,
  describeError,
  keepSilences,
  runRequest,
  type Services,
} from '../wiring';
import { defineRoute } from './route';

const ENDED: ReadonlySet<RunStatus> = new Set(['analyzed', 'partial']);

/** @throws ApiError if the caller may not tag */
export async function assertMayTag(caller: Caller, isTagging: boolean): Promise<void> {
  if (!isTagging || (await caller.can('tag'))) return;
  throw new ApiError('forbidden', 'you may not tag: ask for the privilege "Logwave tagging"');
}

/** @throws ApiError for a day that has not begun */
export function assertBegun(day: Day, zone: string, now: Date): void {
  if (day <= dayAt(now.getTime(), zone)) return;
  throw new ApiError('bad_request', `${day} has not begun in ${zone}: choose an earlier day`);
}

/** Stores what was silent on days, when their analysis has ended. */
export function keepSilencesAfter(
  done: Promise<readonly Run[]>,
  { client }: Caller,
  { runs, now, log }: Services,
  settings: Settings,
): void {
  const warn = (message: string): void => log.warn(message);
  runs.goOn(
    async (closing) => {
      // A result that only its user sees is not a finding for everybody.
      const whole = (await done).filter((run) => run.seen_by === null && ENDED.has(run.status));
      const days = whole.map(({ day }) => day);
      if (closing.aborted || days.length === 0) return;
      await keepSilences(client, settings, { days, now: now(), warn }, closing);
    },
    (error) => warn(`looking for silence failed: ${describeError(error)}`),
  );
}

export const startRunRoute = defineRoute(startRun, async ({ body, signal }, caller, services) => {
  const { day, tag } = body;
  await assertMayTag(caller, tag);
  const { settings } = await services.settings.load(signal);
  assertBegun(day, settings.zone, services.now());
  await services.ensureIndices(caller, signal);
  const request = runRequest(day, settings, caller, 'user', services.now());
  const ports = analysisPorts(caller, services, tag);
  const { run_id, joined, done } = await services.runs.start(request, ports, signal);
  if (!joined)
    keepSilencesAfter(
      done.then((run) => [run]),
      caller,
      services,
      settings,
    );
  return { run_id, joined };
});
