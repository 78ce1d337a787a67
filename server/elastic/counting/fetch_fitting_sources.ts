import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { conditionsOf, conditionWords, missingFields, type Source } from '../../../common/sources';
import type { LocalDay } from '../../../common/time';
import { countWords } from '../../../common/waveform/words';
import { mapAhead } from '../../app/basics';
import type { IndexGroup } from '../../app/counting';
import { getSourceFilter, getTimeFilter, orUnknown, patiently, searchWhole } from '../asking';
import { fetchIndexGroups } from './fetch_index_groups';

/** Each is a request for the mappings and a search of one day. */
const SOURCES_AT_A_TIME = 4;

/** Whether the documents of a day have what a source counts by. */
export interface Evidence {
  readonly source: Source;
  /** Documents of the day that it would count. */
  readonly documents: number;
  /** Why it fits or does not, in a phrase. */
  readonly words: string;
}

/** Whether documents of a source could be in a group of indices: none of the fields that they must have is missing. */
export function isMapping(
  { fields }: IndexGroup,
  { filter, subtype_fields: subtypes }: Source,
): boolean {
  const isMapped = (field: string): boolean => fields.has(field);
  return missingFields(filter, isMapped).length === 0 && subtypes.every(isMapped);
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

function quoted(fields: readonly string[]): string {
  return fields.map((field) => `"${field}"`).join(' and ');
}

/** The requirements for a document: the fields to count by, and the conditions of the filter. */
function wantedWords({ filter, subtype_fields: subtypes }: Source): string {
  const conditions = conditionsOf(filter).map(conditionWords).join('; ');
  return conditions === '' ? quoted(subtypes) : `${quoted(subtypes)} (${conditions})`;
}

/** Fields without which no document can be counted, and which no index maps. */
function missingWords(source: Source, groups: readonly IndexGroup[]): string | undefined {
  if (groups.length === 0) return `no index matches "${source.index}"`;
  if (groups.some((group) => group.unusable === null && isMapping(group, source))) return undefined;
  const unusable = groups.find((group) => group.unusable !== null)?.unusable;
  return unusable ?? `no index has all fields: ${wantedWords(source)}`;
}

/**
 * Checks whether the documents of a day have what a source counts by: values, not only mapped
 * fields.
 *
 * @returns no documents if Elasticsearch does not say, and why in `words`
 * @throws errors of the connection, and the abort
 */
export async function fetchEvidence(
  client: Client,
  source: Source,
  day: LocalDay,
  signal: AbortSignal,
): Promise<Evidence> {
  const groups = await fetchIndexGroups(client, source, signal);
  if (groups.state === 'unknown') return { source, documents: 0, words: groups.reason };
  const missing = missingWords(source, groups.value);
  if (missing !== undefined) return { source, documents: 0, words: missing };
  const counted = await orUnknown(async () => {
    let documents = 0;
    for (const group of groups.value) {
      if (group.unusable !== null || !isMapping(group, source)) continue;
      documents += await countFitting(client, source, group, day, signal);
    }
    return documents;
  });
  if (counted.state === 'unknown') return { source, documents: 0, words: counted.reason };
  const documents = counted.value;
  if (documents === 0) {
    return { source, documents, words: `no document of the day has ${wantedWords(source)}` };
  }
  const have = documents === 1 ? '1 document has' : `${countWords(documents)} documents have`;
  return { source, documents, words: `${have} ${wantedWords(source)}` };
}

/**
 * Finds the sources that would count documents of the day: those that have documents with a value
 * to count by.
 *
 * @param sources the candidates, each with the index to search
 * @returns none if Elasticsearch does not say
 * @throws errors of the connection, and the abort
 */
export async function fetchFittingSources(
  client: Client,
  sources: readonly Source[],
  day: LocalDay,
  signal: AbortSignal,
): Promise<Evidence[]> {
  const fitting: Evidence[] = [];
  const asked = mapAhead(sources, SOURCES_AT_A_TIME, (source) =>
    fetchEvidence(client, source, day, signal),
  );
  for await (const evidence of asked) if (evidence.documents > 0) fitting.push(evidence);
  return fitting;
}

/** Whether a document has a value in a field, written as a path or with dots in its name. */
function hasValue(document: unknown, field: string): boolean {
  if (typeof document !== 'object' || document === null) return false;
  if (Array.isArray(document)) return document.some((part) => hasValue(part, field));
  return Object.entries(document).some(([name, value]) => {
    if (name === field) return value !== null;
    return field.startsWith(`${name}.`) && hasValue(value, field.slice(name.length + 1));
  });
}

/**
 * Which of the fields a document of the day contains, mapped or not: read from one of them.
 *
 * @returns none if Elasticsearch does not say
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
