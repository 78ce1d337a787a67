import type { Client, estypes } from '@elastic/elasticsearch';
import type { Source } from '../../../common/sources';
import type { TimeRange } from '../../../common/time';
import { mapAhead } from '../../app/basics';
import type { Answer } from '../../app/counting';
import { fetchIndexGroups } from '../counting';
import { getSourceFilter, getTimeFilter, orUnknown, searchWhole } from '../asking';

/** A field that serves as the host in some indices. */
interface Candidate {
  readonly field: string;
  readonly index: string;
  readonly name: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Most fields are not mapped, and take one small request. */
const FIELDS_AT_ONCE = 3;

interface Found {
  readonly found: { readonly doc_count: number };
}

async function candidatesOf(
  client: Client,
  source: Source,
  field: string,
  signal: AbortSignal,
): Promise<Candidate[]> {
  const groups = await fetchIndexGroups(client, { ...source, subtype_fields: [field] }, signal);
  if (groups.state === 'unknown') return [];
  return groups.value.flatMap(({ index, fields, subtype_kind: kind, unusable }) =>
    kind === null || unusable !== null
      ? []
      : [{ field, index, name: fields.get(field) ?? field, fields }],
  );
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
export function fetchHostFields(
  client: Client,
  source: Source,
  candidates: readonly string[],
  range: TimeRange,
  signal: AbortSignal,
): Promise<Answer<ReadonlyMap<string, number>>> {
  return orUnknown(async () => {
    const counted = mapAhead(candidates, FIELDS_AT_ONCE, async (field) => {
      const all = await candidatesOf(client, source, field, signal);
      let documents = 0;
      for (const candidate of all) {
        const query = { ...getFilledQuery(source, candidate, range), index: candidate.index };
        documents += (await searchWhole<Found>(client, query, signal)).found.doc_count;
      }
      return { field, documents: all.length === 0 ? undefined : documents };
    });
    const found = new Map<string, number>();
    for await (const { field, documents } of counted) {
      if (documents !== undefined) found.set(field, documents);
    }
    return found;
  });
}
