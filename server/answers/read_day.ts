import { ApiError } from '../../common/api';
import type { Settings } from '../../common/settings';
import type { Day } from '../../common/time';
import { viewOfDay, type DayView, runIdOf, type Run, ownRunId, visibleRuns } from '../app/runs';
import type { Reader } from './reader';
import { allOver } from '../app/basics';

/** The runs of a day in a zone that the caller may see, as they are at this moment. */
async function runsIn(reader: Reader, zone: string, day: Day, signal: AbortSignal): Promise<Run[]> {
  const { scope, user } = reader;
  const ids = [runIdOf(scope, day, zone), ownRunId({ scope, day, zone }, user)];
  return [...(await reader.fetchRunsById(ids, signal))];
}

/** The runs of a day in the zone in which it was analyzed last. */
async function runsInLatestZone(reader: Reader, day: Day, signal: AbortSignal): Promise<Run[]> {
  const runs = await reader.fetchRuns({ from: day, to: day }, signal);
  const visible = visibleRuns(runs, reader.user);
  const latest = [...visible].sort((a, b) => (a['@timestamp'] < b['@timestamp'] ? 1 : -1))[0];
  return visible.filter(({ zone }) => zone === latest?.zone);
}

/**
 * The runs of a day: in the zone of the settings, or else in the latest of any zone.
 *
 * @throws the client's errors
 */
export async function runsOf(reader: Reader, { zone }: Settings, day: Day, signal: AbortSignal) {
  const own = await runsIn(reader, zone, day, signal);
  return own.length > 0 ? own : runsInLatestZone(reader, day, signal);
}

/**
 * A day as the caller sees it; undefined if it was not analyzed.
 *
 * @throws the client's errors
 */
export async function findDay(
  reader: Reader,
  settings: Settings,
  day: Day,
  signal: AbortSignal,
): Promise<DayView | undefined> {
  return viewOfDay(await runsOf(reader, settings, day, signal));
}

/**
 * A day as the caller sees it, with the current number of its documents that are tagged by any run.
 *
 * @throws ApiError `day_not_analyzed`
 */
export async function readDay(
  reader: Reader,
  settings: Settings,
  day: Day,
  signal: AbortSignal,
): Promise<DayView> {
  const [runs, tagged] = await allOver([
    runsOf(reader, settings, day, signal),
    reader.fetchTaggedByDay({ from: day, to: day }, signal),
  ]);
  const view = viewOfDay(await reader.withStoredNumbers(runs, signal, tagged));
  if (view !== undefined) return view;
  throw notAnalyzed(day);
}

/** The answer for a day without a run. */
export function notAnalyzed(day: Day): ApiError {
  return new ApiError('day_not_analyzed', `${day} was not analyzed yet: analyze it first`);
}
