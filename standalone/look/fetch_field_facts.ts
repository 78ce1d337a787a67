import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../../server/elastic/client';
import type { LocalDay } from '../../common/time';
import { getTimeFilter, patiently, searchWhole } from '../../server/elastic/asking';
import { byTelling, type FieldFacts } from './best_field';

/** Types whose values can be counted. */
const COUNTABLE = new Set([
  'keyword',
  'constant_keyword',
  'long',
  'integer',
  'short',
  'byte',
  'ip',
]);
const USUAL_TIME_FIELDS = ['@timestamp', 'timestamp'];
/** More would make one search too large. */
const MOST_FIELDS = 40;

/** The fields that the documents of a day could be counted by. */
export interface PatternFacts {
  /** How many indices the pattern names. */
  readonly indices: number;
  /** Undefined if no field holds a time. */
  readonly time_field: string | undefined;
  readonly documents: number;
  readonly fields: readonly FieldFacts[];
}

type Capabilities = estypes.FieldCapsResponse['fields'];

function ofType(fields: Capabilities, isWanted: (type: string) => boolean): string[] {
  return Object.entries(fields)
    .filter(([, types]) =>
      Object.entries(types).every(
        ([type, { aggregatable, metadata_field: isMeta }]) =>
          isMeta !== true && aggregatable && isWanted(type),
      ),
    )
    .map(([name]) => name);
}

interface Counted {
  readonly documents: { readonly doc_count: number };
  readonly [field: `field_${number}`]: {
    readonly doc_count: number;
    readonly values: { readonly value: number };
  };
}

function aggregationsOf(fields: readonly string[]) {
  const counted = fields.map((field, place) => [
    `field_${place}`,
    { filter: { exists: { field } }, aggs: { values: { cardinality: { field } } } },
  ]);
  return {
    documents: { filter: { match_all: {} } },
    ...(Object.fromEntries(counted) as Record<string, estypes.AggregationsAggregationContainer>),
  };
}

/**
 * Which fields the documents of a day have, and how many values: one request for the mappings and
 * one search.
 *
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchFieldFacts(
  client: Client,
  index: string,
  day: LocalDay,
  signal: AbortSignal,
): Promise<PatternFacts> {
  const asked = { index, fields: '*', ignore_unavailable: true, allow_no_indices: true };
  const { fields: capabilities, indices: found } = await patiently(
    () => client.fieldCaps(asked, { signal }),
    signal,
  );
  const dates = ofType(capabilities, (type) => type === 'date' || type === 'date_nanos');
  const time = [...USUAL_TIME_FIELDS, ...dates].find((field) => dates.includes(field));
  const indices = [found].flat().length;
  if (time === undefined) return { indices, time_field: undefined, documents: 0, fields: [] };
  const names = ofType(capabilities, (type) => COUNTABLE.has(type))
    .sort(byTelling)
    .slice(0, MOST_FIELDS);
  const request = {
    index,
    size: 0,
    track_total_hits: false,
    query: { bool: { filter: [getTimeFilter(time, day)] } },
    aggs: aggregationsOf(names),
  };
  const counted = await searchWhole<Counted>(client, request, signal);
  const { doc_count: documents } = counted.documents;
  const fields = names.flatMap((field, place): FieldFacts[] => {
    const found = counted[`field_${place}`];
    if (found === undefined || documents === 0) return [];
    return [{ field, share: found.doc_count / documents, values: found.values.value }];
  });
  return { indices, time_field: time, documents, fields };
}
