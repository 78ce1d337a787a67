import type { Client } from '@elastic/elasticsearch';
import { taggedNow, type Run } from '../../app/runs';
import { fetchListedByDay } from './fetch_listed_documents';

/**
 * The runs with the number of tagged documents as the journal has it at this moment: a run that was
 * not asked to tag does not know of the tags that others have placed.
 *
 * @param runs of one scope
 * @throws the client's errors, and IncompleteAnswer
 */
export async function withListedDocuments(
  client: Client,
  runs: readonly Run[],
  signal: AbortSignal,
): Promise<Run[]> {
  const days = runs.map(({ day }) => day).sort();
  const [first] = runs;
  const [from, to] = [days[0], days[days.length - 1]];
  if (first === undefined || from === undefined || to === undefined) return [];
  const listed = await fetchListedByDay(client, { scope: first.scope, from, to }, signal);
  return runs.map((run) => ({ ...run, tagged: taggedNow(run, listed.get(run.day) ?? 0) }));
}
