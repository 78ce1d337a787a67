import { appendAll } from '../../../common/lists';
import type { Client } from '../client';
import { fixedFields, type Source } from '../../../common/sources';
import type { IndexGroup } from '../../app/counting';
import { mergeTopFields, type FieldCounts, type TopField } from '../../app/showing';
import { flattenFields } from './flatten_fields';
import { getRangesQuery } from './get_ranges_query';
import {
  differentName,
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
/** So many values of the tested day are looked for on the training days, one by one. */
const COUNTED_VALUES = 300;
/** Longer values together, in characters, would make a search too long. */
const MOST_CHARACTERS = 30_000;
const SIZES = { today: COUNTED_VALUES, training: VALUES_PER_FIELD, isNumbered: true };
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

type Key = string | number;

/** The first values whose texts are not too long together. */
function notTooLong(keys: readonly Key[]): Key[] {
  let characters = 0;
  return keys.filter((key, place) => {
    characters += String(key).length;
    return place < VALUES_PER_FIELD || characters <= MOST_CHARACTERS;
  });
}

interface Keys {
  readonly keys: readonly Key[];
  /** About how many values the tested day has in all; 0 if `keys` has all of them. */
  readonly different: number;
}

/** The values to count on both sides. */
function keysOf({ today, training }: TopFieldsAggregations, place: number): Keys {
  const bucketsOf = (side: Side) => side[fieldName(place)]?.buckets ?? [];
  const ofToday = bucketsOf(today).map(({ key }) => key);
  const counted = notTooLong(ofToday);
  const others = today[fieldName(place)]?.sum_other_doc_count ?? 0;
  const isWhole = others === 0 && counted.length === ofToday.length;
  const different = Math.max(ofToday.length, today[differentName(place)]?.value ?? 0);
  return {
    keys: [...new Set([...counted, ...bucketsOf(training).map(({ key }) => key)])],
    different: isWhole ? 0 : different,
  };
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
    const search = (only?: readonly (readonly Key[])[]) =>
      searchWhole<TopFieldsAggregations>(
        client,
        { index: group.index, ...getTopFieldsQuery(query, time, fields, ranges, SIZES, only) },
        signal,
      );
    const frequent = await search();
    const asked = fields.map((_, place) => keysOf(frequent, place));
    const exact = await search(asked.map(({ keys }) => keys));
    events += frequent.today.doc_count;
    const counts = countsOf(exact.today, fields);
    appendAll(
      today,
      counts.map((one, place) => ({ ...one, different: asked[place]?.different ?? 0 })),
    );
    appendAll(training, countsOf(exact.training, fields));
  }
  return { events, fields: mergeTopFields(today, training, days, VALUES_PER_FIELD) };
}
