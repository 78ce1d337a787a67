import { ApiError } from '../../common/api';
import type { Settings } from '../../common/settings';
import type { Day } from '../../common/time';
import { viewOfDay, type DayView, runIdOf, type Run, ownRunId, visibleRuns } from '../app/runs';
import { countFound, fetchRun, fetchRuns } from '../elastic/results';
import { withListedDocuments } from '../elastic/tagging';
import { type Caller, SCOPE } from '../wiring';

/** The runs of a day in a zone that the caller may see, as they are at this moment. */
async function runsIn(
  { client, name }: Caller,
  zone: string,
  day: Day,
  signal: AbortSignal,
): Promise<Run[]> {
  const ofDay = { scope: SCOPE, day, zone };
  const ids = [runIdOf(SCOPE, day, zone), ownRunId(ofDay, name)];
  const found = await Promise.all(ids.map((id) => fetchRun(client, id, signal)));
  return found.flatMap((one) => one?.run ?? []);
}

/** The runs of a day in the zone in which it was analyzed last. */
async function runsInLatestZone(
  { client, name }: Caller,
  day: Day,
  signal: AbortSignal,
): Promise<Run[]> {
  const runs = await fetchRuns(client, { scope: SCOPE, from: day, to: day }, signal);
  const visible = visibleRuns(runs, name);
  const latest = [...visible].sort((a, b) => (a['@timestamp'] < b['@timestamp'] ? 1 : -1))[0];
  return visible.filter(({ zone }) => zone === latest?.zone);
}

/** The runs of a day: in the zone of the settings, or else in the latest of any zone. */
async function runsOf(caller: Caller, { zone }: Settings, day: Day, signal: AbortSignal) {
  const own = await runsIn(caller, zone, day, signal);
  return own.length > 0 ? own : runsInLatestZone(caller, day, signal);
}

/**
 * A day as the caller sees it; undefined where it was not analyzed.
 *
 * @throws the client's errors
 */
export async function findDay(
  caller: Caller,
  settings: Settings,
  day: Day,
  signal: AbortSignal,
): Promise<DayView | undefined> {
  return viewOfDay(await runsOf(caller, settings, day, signal));
}

/**
 * A day as the caller sees it. It says how many documents of the day are tagged now, whoever has
 * tagged them.
 *
 * @throws ApiError `day_not_analysed`
 */
export async function readDay(
  caller: Caller,
  settings: Settings,
  day: Day,
  signal: AbortSignal,
): Promise<DayView> {
  const found = await runsOf(caller, settings, day, signal);
  const runs = await countFound(caller.client, found, signal);
  const view = viewOfDay(await withListedDocuments(caller.client, runs, signal));
  if (view !== undefined) return view;
  throw new ApiError('day_not_analysed', `${day} was not analysed yet: analyse it first`);
}
