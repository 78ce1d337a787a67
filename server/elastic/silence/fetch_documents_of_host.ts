import type { Client } from '../client';
import type { Answer } from '../../app/counting';
import { HOST_FIELDS } from '../../app/silence';
import { orUnknown, searchWhole } from '../asking';

interface Counted {
  readonly found: { readonly doc_count: number };
}

/**
 * How many documents name a host in a field of hosts: one search, by terms only. Fields that are
 * mapped as text are asked for by their keyword as well.
 *
 * @param index an index expression
 * @returns unknown if no index can be read, or not all of them answered
 * @throws errors of the connection, and the abort
 */
export async function fetchDocumentsOfHost(
  client: Client,
  index: string,
  host: string,
  signal: AbortSignal,
): Promise<Answer<number>> {
  const names = HOST_FIELDS.flatMap((field) => [field, `${field}.keyword`]);
  const should = names.map((field) => ({ term: { [field]: host } }));
  const query = {
    index,
    size: 0,
    track_total_hits: false,
    query: { bool: { should, minimum_should_match: 1 } },
    aggs: { found: { filter: { match_all: {} } } },
  };
  return orUnknown(async () => {
    const { found } = await searchWhole<Counted>(client, query, signal);
    return found.doc_count;
  });
}
