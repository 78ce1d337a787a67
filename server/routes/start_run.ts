import { ApiError, startRun } from '../../common/api';
import { type Day, dayAt } from '../../common/time';
import { analysisPorts, type Caller, runRequest } from '../wiring';
import { defineRoute } from './route';

/** @throws ApiError if the caller may not tag */
export async function assertMayTag(caller: Caller, isTagging: boolean): Promise<void> {
  if (!isTagging || (await caller.can('tag'))) return;
  throw new ApiError('forbidden', 'you cannot tag: ask for the privilege "Logwave tagging"');
}

/** @throws ApiError for a day that has not begun */
export function assertBegun(day: Day, zone: string, now: Date): void {
  if (day <= dayAt(now.getTime(), zone)) return;
  throw new ApiError('bad_request', `${day} has not begun in ${zone}: choose an earlier day`);
}

export const startRunRoute = defineRoute(startRun, async ({ body, signal }, caller, services) => {
  const { day, tag } = body;
  await assertMayTag(caller, tag);
  const { settings } = await services.settings.load(signal);
  assertBegun(day, settings.zone, services.now());
  await services.ensureIndices(caller, signal);
  const request = runRequest(day, settings, caller, 'user', services.now());
  const ports = analysisPorts(caller, services, tag);
  const { run_id, joined } = await services.runs.start(request, ports, signal);
  return { run_id, joined };
});
