import type { Client } from '../client';
import { isAlive, type Run, withTaggedNow } from '../../app/runs';
import type { Day } from '../../../common/time';
import type { TaggedDocuments } from '../../app/tagging';
import { fetchTaggedByDay } from './fetch_tagged_documents';

/** While a run is under way, its last answers are still to come: none of them is lost. */
function withoutPending(tagged: TaggedDocuments | undefined): TaggedDocuments | undefined {
  return tagged && { documents: tagged.documents, is_most: tagged.is_most };
}

/**
 * The runs with the number of tagged documents as the journal has it at this moment. A run that was
 * not asked to tag does not know about the tags that others have placed.
 *
 * @param runs of one scope
 * @param known the numbers of their days, if they were read
 * @throws the client's errors, and IncompleteAnswer
 */
export async function withListedDocuments(
  client: Client,
  runs: readonly Run[],
  signal: AbortSignal,
  known?: ReadonlyMap<Day, TaggedDocuments>,
): Promise<Run[]> {
  const days = runs.map(({ day }) => day).sort();
  const [first] = runs;
  const [from, to] = [days[0], days[days.length - 1]];
  if (first === undefined || from === undefined || to === undefined) return [];
  const range = { scope: first.scope, from, to };
  const tagged = known ?? (await fetchTaggedByDay(client, range, signal));
  const at = new Date();
  return runs.map((run) => {
    const ofDay = tagged.get(run.day);
    return withTaggedNow(run, isAlive(run, at) ? withoutPending(ofDay) : ofDay);
  });
}
