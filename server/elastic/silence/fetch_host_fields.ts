import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { innerSource, type Source } from '../../../common/sources';
import type { TimeRange } from '../../../common/time';
import { mapAhead } from '../../app/basics';
import { type Answer, type IndexGroup, unknownFor } from '../../app/counting';
import { fetchGroupsByField } from '../counting';
import { getSourceFilter, getTimeFilter, orUnknown, searchFound } from '../asking';

/** A field that may serve as the host in some indices. */
interface Candidate {
  readonly field: string;
  readonly index: string;
  readonly name: string;
  readonly fields: ReadonlyMap<string, string>;
  /** Why documents cannot be counted by it there; null if they can. */
  readonly unusable: string | null;
}

/** Of these, one is filled as a rule. */
const CANDIDATES_AT_ONCE = 3;

interface Found {
  readonly found: { readonly doc_count: number };
}

function candidateOf(field: string, group: IndexGroup): Candidate | undefined {
  const { index, fields, subtype_kind: kind, unusable } = group;
  if (kind === null && unusable === null) return undefined;
  return { field, index, name: fields.get(field) ?? field, fields, unusable };
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

/** How many documents have each of the candidates. */
async function countFilled(
  client: Client,
  source: Source,
  candidates: readonly Candidate[],
  range: TimeRange,
  signal: AbortSignal,
): Promise<ReadonlyMap<Candidate, number>> {
  const counted = mapAhead(candidates, CANDIDATES_AT_ONCE, async (candidate) => {
    const query = { ...getFilledQuery(source, candidate, range), index: candidate.index };
    const { found } = await searchFound<Found>(client, query, signal);
    return [candidate, found.doc_count] as const;
  });
  const found = new Map<Candidate, number>();
  for await (const [candidate, documents] of counted) {
    if (documents > 0) found.set(candidate, documents);
  }
  return found;
}

function byField(counted: ReadonlyMap<Candidate, number>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [{ field }, documents] of counted) {
    sums.set(field, (sums.get(field) ?? 0) + documents);
  }
  return sums;
}

/**
 * How many documents of a source have each of the fields, as far as they can be counted by it.
 *
 * @returns unknown also if documents have such fields, but can be counted by none of them
 * @throws errors of the connection, and the abort
 */
export async function fetchHostFields(
  client: Client,
  source: Source,
  candidates: readonly string[],
  range: TimeRange,
  signal: AbortSignal,
): Promise<Answer<ReadonlyMap<string, number>>> {
  const hosts = innerSource(source, 'hosts', source.subtype_fields);
  const groups = await orUnknown(() => fetchGroupsByField(client, hosts, candidates, signal));
  if (groups.state === 'unknown') return groups;
  const all: Candidate[] = [];
  for (const [field, answer] of groups.value) {
    // A field of which nothing is known may be the one that has the hosts.
    if (answer.state === 'unknown') return answer;
    for (const group of answer.value) {
      const candidate = candidateOf(field, group);
      if (candidate !== undefined) all.push(candidate);
    }
  }
  const count = (isOne: (candidate: Candidate) => boolean) =>
    orUnknown(() => countFilled(client, source, all.filter(isOne), range, signal));
  const usable = await count(({ unusable }) => unusable === null);
  if (usable.state === 'unknown') return usable;
  if (usable.value.size > 0) return { state: 'known', value: byField(usable.value) };
  const others = await count(({ unusable }) => unusable !== null);
  if (others.state === 'unknown') return others;
  const [first] = others.value.keys();
  if (first?.unusable != null) return unknownFor(first.unusable, false);
  return { state: 'known', value: new Map() };
}
