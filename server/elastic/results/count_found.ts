import type { Client } from '../client';
import { runsLackingNumbers, withFoundNumbers, type Run } from '../../app/runs';
import { fetchFlaggedDays } from './fetch_flagged_days';

/**
 * The runs with how much was found in each source. Those of the first version only have it for all
 * sources together. If it is needed, their findings are counted.
 *
 * @param runs of one scope
 * @throws the client's errors, and IncompleteAnswer
 */
export async function countFound(
  client: Client,
  runs: readonly Run[],
  signal: AbortSignal,
): Promise<readonly Run[]> {
  const lacking = runsLackingNumbers(runs);
  const days = lacking.map(({ day }) => day).sort();
  const [first] = lacking;
  const [from, to] = [days[0], days[days.length - 1]];
  if (first === undefined || from === undefined || to === undefined) return runs;
  const found = await fetchFlaggedDays(client, { scope: first.scope, from, to }, signal);
  const counted = new Map(withFoundNumbers(lacking, found).map((run) => [run.run_id, run]));
  return runs.map((run) => counted.get(run.run_id) ?? run);
}
