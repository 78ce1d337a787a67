import type { Client } from '../../server/elastic/client';
import { TAGS_FIELD, type Source } from '../../common/sources';
import { mapAhead } from '../../server/app/basics';
import { HOST_FIELDS } from '../../server/app/silence';
import { orUnknown } from '../../server/elastic/asking';
import { fieldsToAsk } from '../../server/elastic/counting';
import { fetchCapabilities } from '../../server/elastic/indices';

const INDICES_AT_A_TIME = 4;

/** The fields of a source by which a look may count, its hosts included, and those of tags. */
function neededFields(source: Source): string[] {
  const counted = { ...source, subtype_fields: [...source.subtype_fields, ...HOST_FIELDS] };
  return [...fieldsToAsk(counted), TAGS_FIELD, `${TAGS_FIELD}.keyword`];
}

/**
 * Asks how indices map all fields that a look may need of some sources: one question for each index
 * expression. A client that remembers has the answers to the narrower questions then.
 *
 * @throws errors of the connection, and the abort
 */
export async function askFieldsAhead(
  client: Client,
  sources: readonly Source[],
  signal: AbortSignal,
): Promise<void> {
  const needed = new Map<string, Set<string>>();
  for (const source of sources) {
    const fields = needed.get(source.index) ?? new Set<string>();
    needed.set(source.index, fields);
    for (const field of neededFields(source)) fields.add(field);
  }
  const asked = mapAhead(needed, INDICES_AT_A_TIME, ([index, fields]) =>
    orUnknown(() => fetchCapabilities(client, index, [...fields], signal)),
  );
  // What is refused here is asked for again in parts, which tells the reason of each.
  for await (const answer of asked) void answer;
}
