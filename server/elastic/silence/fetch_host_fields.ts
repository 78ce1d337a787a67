import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import type { Source } from '../../../common/sources';
import type { TimeRange } from '../../../common/time';
import { mapAhead } from '../../app/basics';
import type { Answer, IndexGroup } from '../../app/counting';
import { fetchGroupsByField } from '../counting';
import { getSourceFilter, getTimeFilter, orUnknown, searchWhole } from '../asking';

/** A field that serves as the host in some indices. */
interface Candidate {
  readonly field: string;
  readonly index: string;
  readonly name: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Of these, one is filled as a rule. */
const CANDIDATES_AT_ONCE = 3;

interface Found {
  readonly found: { readonly doc_count: number };
}

function candidateOf(field: string, group: IndexGroup): Candidate | undefined {
  const { index, fields, subtype_kind: kind, unusable } = group;
  if (kind === null || unusable !== null) return undefined;
  return { field, index, name: fields.get(field) ?? field, fields };
}

/** Counts the documents of a source that have a field. */
export function getFilledQuery(
  source: Source,
  { name, fields }: Pick<Candidate, 'name' | 'fields'>,
  range: TimeRange,
): estypes.SearchRequest {
  const time = fields.get(source.time_field) ?? source.time_field;
  const filter = [getTimeFilter(time, range), ...getSourceFilter(source, fields)];
  return {
    size: 0,
    track_total_hits: false,
    query: { bool: { filter } },
    aggs: { found: { filter: { exists: { field: name } } } },
  };
}

/**
 * How many documents of a source have each of the fields, as far as they can be counted by it.
 *
 * @throws errors of the connection, and the abort
 */
export async function fetchHostFields(
  client: Client,
  source: Source,
  candidates: readonly string[],
  range: TimeRange,
  signal: AbortSignal,
): Promise<Answer<ReadonlyMap<string, number>>> {
  const groups = await orUnknown(() => fetchGroupsByField(client, source, candidates, signal));
  if (groups.state === 'unknown') return groups;
  const usable: Candidate[] = [];
  for (const [field, answer] of groups.value) {
    // A field of which nothing is known may be the one that has the hosts.
    if (answer.state === 'unknown') return answer;
    for (const group of answer.value) {
      const candidate = candidateOf(field, group);
      if (candidate !== undefined) usable.push(candidate);
    }
  }
  return orUnknown(async () => {
    const counted = mapAhead(usable, CANDIDATES_AT_ONCE, async (candidate) => {
      const query = { ...getFilledQuery(source, candidate, range), index: candidate.index };
      const { found } = await searchWhole<Found>(client, query, signal);
      return { field: candidate.field, documents: found.doc_count };
    });
    const found = new Map<string, number>();
    for await (const { field, documents } of counted) {
      found.set(field, (found.get(field) ?? 0) + documents);
    }
    return found;
  });
}
