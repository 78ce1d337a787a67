import type { Client, estypes } from '@elastic/elasticsearch';
import type { Source } from '../../../common/sources';
import type { LocalDay } from '../../../common/time';
import type { IndexGroup } from '../../app/counting';
import { getSourceFilter, getTimeFilter, orUnknown, patiently, searchWhole } from '../asking';
import { fetchIndexGroups } from './fetch_index_groups';

/** A source, and how many documents of the day it would count. */
interface Fitting {
  readonly source: Source;
  readonly documents: number;
}

function fieldsOf({ filter, subtype_fields: subtypes }: Source): string[] {
  return [...new Set([...filter.map(({ field }) => field), ...subtypes])];
}

function dayFilter(
  source: Source,
  { fields }: Pick<IndexGroup, 'fields'>,
  day: LocalDay,
): estypes.QueryDslQueryContainer[] {
  const time = fields.get(source.time_field) ?? source.time_field;
  return [getTimeFilter(time, day), ...getSourceFilter(source, fields)];
}

async function countFitting(
  client: Client,
  source: Source,
  group: IndexGroup,
  day: LocalDay,
  signal: AbortSignal,
): Promise<number> {
  const exist = source.subtype_fields.map((field) => ({
    exists: { field: group.fields.get(field) ?? field },
  }));
  const query = { bool: { filter: [...dayFilter(source, group, day), ...exist] } };
  const aggs = { documents: { filter: { match_all: {} } } };
  const request = { index: group.index, size: 0, track_total_hits: false, query, aggs };
  const answer = await searchWhole<{ documents: { doc_count: number } }>(client, request, signal);
  return answer.documents.doc_count;
}

/**
 * Finds the sources that would count documents of the day: those whose fields are all mapped and
 * that have documents with a value to count by.
 *
 * @param sources those that come into question, each with the index to look into
 * @returns none where Elasticsearch does not say
 * @throws errors of the connection, and the abort
 */
export async function fetchFittingSources(
  client: Client,
  sources: readonly Source[],
  day: LocalDay,
  signal: AbortSignal,
): Promise<Fitting[]> {
  const fitting: Fitting[] = [];
  for (const source of sources) {
    const groups = await fetchIndexGroups(client, source, signal);
    if (groups.state === 'unknown') continue;
    const mapping = groups.value.filter(
      ({ unusable, fields }) =>
        unusable === null && fieldsOf(source).every((field) => fields.has(field)),
    );
    const counted = await orUnknown(async () => {
      let documents = 0;
      for (const group of mapping) {
        documents += await countFitting(client, source, group, day, signal);
      }
      return documents;
    });
    const documents = counted.state === 'known' ? counted.value : 0;
    if (documents > 0) fitting.push({ source, documents });
  }
  return fitting;
}

/** Whether a document has a value at a field, written as a path or with points in its name. */
function hasValue(document: unknown, field: string): boolean {
  if (typeof document !== 'object' || document === null) return false;
  if (Array.isArray(document)) return document.some((part) => hasValue(part, field));
  return Object.entries(document).some(([name, value]) => {
    if (name === field) return value !== null;
    return field.startsWith(`${name}.`) && hasValue(value, field.slice(name.length + 1));
  });
}

/**
 * Which of the fields a document of the day contains, mapped or not: looked up in one of them.
 *
 * @returns none where Elasticsearch does not say
 * @throws errors of the connection, and the abort
 */
export async function fetchStoredFields(
  client: Client,
  source: Source,
  fields: readonly string[],
  day: LocalDay,
  signal: AbortSignal,
): Promise<string[]> {
  if (fields.length === 0) return [];
  const request = {
    index: source.index,
    size: 1,
    track_total_hits: false,
    _source: [...fields],
    query: { bool: { filter: [getTimeFilter(source.time_field, day)] } },
    ignore_unavailable: true,
    allow_no_indices: true,
  };
  const answer = await orUnknown(() => patiently(() => client.search(request, { signal }), signal));
  const document = answer.state === 'known' ? answer.value.hits.hits[0]?._source : undefined;
  return fields.filter((field) => hasValue(document, field));
}
