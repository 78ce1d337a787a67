import { appendAll } from '../../../common/lists';
import type { Client } from '@elastic/elasticsearch';
import { fixedFields, type Source } from '../../../common/sources';
import type { IndexGroup } from '../../app/counting';
import { mergeTopFields, type FieldCounts, type TopField } from '../../app/showing';
import { flattenFields } from './flatten_fields';
import { getRangesQuery } from './get_ranges_query';
import {
  fieldName,
  getTopFieldsQuery,
  type ComparedRanges,
  type TopFieldsAggregations,
} from './get_top_fields_query';
import { patiently, searchGap, IncompleteAnswer, searchWhole } from '../asking';
/** How many documents are read to find out which fields there are. */
const SAMPLE = 50;
const MAX_FIELDS = 12;
const VALUES_PER_FIELD = 10;
/** Types whose values are names of something. */
const COUNTABLE = new Set([
  'keyword',
  'constant_keyword',
  'wildcard',
  'ip',
  'boolean',
  'long',
  'integer',
  'short',
]);
/** These say nothing about the events. */
const NEVER = new Set(['@version', 'tags', 'path', 'event.original', 'log.offset', 'offset']);

/** Which hour of a series, and what it is compared with. */
export interface TopFieldsRequest {
  readonly source: Source;
  readonly subtype: string;
  readonly ranges: ComparedRanges;
}

export interface FoundTopFields {
  readonly events: number;
  readonly fields: readonly TopField[];
}

/** Fields that documents of the hour have, and whose values can be counted. */
async function countableFields(
  client: Client,
  { source, subtype, ranges }: TopFieldsRequest,
  group: IndexGroup,
  signal: AbortSignal,
): Promise<string[]> {
  const query = getRangesQuery(source, subtype, ranges.today, group.fields);
  const request = { index: group.index, size: SAMPLE, track_total_hits: false, query };
  const answer = await patiently(() => client.search(request, { signal }), signal);
  const gap = searchGap(answer);
  if (gap !== null) throw new IncompleteAnswer(gap);
  const { hits } = answer;
  const told = new Set([
    source.time_field,
    ...source.subtype_fields,
    ...fixedFields(source.filter),
  ]);
  const frequency = new Map<string, number>();
  for (const { _source: document } of hits.hits) {
    for (const [name] of flattenFields(document)) {
      if (!told.has(name) && !NEVER.has(name)) frequency.set(name, (frequency.get(name) ?? 0) + 1);
    }
  }
  const names = [...frequency].sort(([, a], [, b]) => b - a).map(([name]) => name);
  if (names.length === 0) return [];
  const fields = names.flatMap((name) => [name, `${name}.keyword`]);
  const { fields: capabilities } = await patiently(
    () => client.fieldCaps({ index: group.index, fields, ignore_unavailable: true }, { signal }),
    signal,
  );
  const isCountable = (name: string): boolean =>
    Object.entries(capabilities[name] ?? {}).some(
      ([type, { aggregatable }]) => aggregatable && COUNTABLE.has(type),
    );
  return names
    .flatMap((name) => [name, `${name}.keyword`].find(isCountable) ?? [])
    .slice(0, MAX_FIELDS);
}

type Side = TopFieldsAggregations['today'];

function countsOf(side: Side, fields: readonly string[]): FieldCounts[] {
  return fields.map((field, place) => ({
    field,
    counts: new Map(
      (side[fieldName(place)]?.buckets ?? []).map(({ key, key_as_string: text, doc_count }) => [
        text ?? String(key),
        doc_count,
      ]),
    ),
  }));
}

function keysOf({ today, training }: TopFieldsAggregations, place: number): (string | number)[] {
  const buckets = [today, training].flatMap((side) => side[fieldName(place)]?.buckets ?? []);
  return [...new Set(buckets.map(({ key }) => key))];
}

/**
 * The contents of the events of an hour, field by field, compared with the same hour of other days:
 * the values that are frequent on one of the two sides, each counted exactly on both.
 *
 * @param groups the indices of the source
 * @param days how many training days the ranges cover
 * @throws IncompleteAnswer, and the client's errors
 */
export async function fetchTopFields(
  client: Client,
  request: TopFieldsRequest,
  groups: readonly IndexGroup[],
  days: number,
  signal: AbortSignal,
): Promise<FoundTopFields> {
  const { source, subtype, ranges } = request;
  let events = 0;
  const today: FieldCounts[] = [];
  const training: FieldCounts[] = [];
  for (const group of groups.filter(({ unusable }) => unusable === null)) {
    const fields = await countableFields(client, request, group, signal);
    const time = group.fields.get(source.time_field) ?? source.time_field;
    const all = [...ranges.today, ...ranges.training];
    const query = getRangesQuery(source, subtype, all, group.fields);
    const search = (size: number, only?: readonly (string | number)[][]) =>
      searchWhole<TopFieldsAggregations>(
        client,
        { index: group.index, ...getTopFieldsQuery(query, time, fields, ranges, size, only) },
        signal,
      );
    const frequent = await search(VALUES_PER_FIELD);
    const exact = await search(
      VALUES_PER_FIELD,
      fields.map((_, place) => keysOf(frequent, place)),
    );
    events += frequent.today.doc_count;
    appendAll(today, countsOf(exact.today, fields));
    appendAll(training, countsOf(exact.training, fields));
  }
  return { events, fields: mergeTopFields(today, training, days, VALUES_PER_FIELD) };
}
