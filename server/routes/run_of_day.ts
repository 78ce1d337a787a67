import { ApiError } from '../../common/api/errors';
import type { Settings } from '../../common/settings/settings';
import type { Day } from '../../common/time/day';
import { runIdOf, type Run } from '../app/run';
import { fetchLatestRun, fetchRun } from '../elastic/run_store';
import { withListedDocuments } from '../elastic/tagging/with_listed_documents';
import type { Caller } from './caller';
import { SCOPE } from './services';

/**
 * The run of a day: that of the zone of the settings, or else the latest of any zone; undefined
 * where the day was not analysed.
 *
 * @throws the client's errors
 */
export async function findRunOfDay(
  { client }: Caller,
  { zone }: Settings,
  day: Day,
  signal: AbortSignal,
): Promise<Run | undefined> {
  const own = await fetchRun(client, runIdOf(SCOPE, day, zone), signal);
  return own?.run ?? (await fetchLatestRun(client, SCOPE, day, signal));
}

/**
 * The run of a day, as `findRunOfDay` finds it. It says how many documents of the day are tagged now,
 * whoever has tagged them.
 *
 * @throws ApiError `day_not_analysed`
 */
export async function runOfDay(
  caller: Caller,
  settings: Settings,
  day: Day,
  signal: AbortSignal,
): Promise<Run> {
  const run = await findRunOfDay(caller, settings, day, signal);
  const [known] = run === undefined ? [] : await withListedDocuments(caller.client, [run], signal);
  if (known !== undefined) return known;
  throw new ApiError('day_not_analysed', `${day} was not analysed yet: analyse it first`);
}
