import type { Client } from '../client';
import type { CountedValues, TwoCounts } from '../../../common/incidents';
import type { Source } from '../../../common/sources';
import type { Answer, IndexGroup } from '../../app/counting';
import type { SeriesToCount, TimesToCount } from '../../app/explaining';
import { once } from '../../app/basics';
import { orUnknown, patiently, searchWhole } from '../asking';
import { fetchIndexGroups } from '../counting';
import {
  fieldName,
  getRangesQuery,
  getTopFieldsQuery,
  type TopFieldsAggregations,
} from '../reading';
import { chooseFields } from './choose_fields';

/** How many of the most frequent values are examined on each side. */
const VALUES_PER_FIELD = 20;

type Side = TopFieldsAggregations['today'];
type Key = string | number;

function countsIn(side: Side, place: number): Map<Key, number> {
  const buckets = side[fieldName(place)]?.buckets ?? [];
  return new Map(buckets.map(({ key, doc_count: count }) => [key, count]));
}

/** Whether a side's list of values is complete: then a value that it lacks did not occur. */
function isWhole(side: Side, place: number): boolean {
  return side[fieldName(place)]?.sum_other_doc_count === 0;
}

function valuesOf({ today, training }: TopFieldsAggregations, place: number): Map<Key, TwoCounts> {
  const [now, before] = [countsIn(today, place), countsIn(training, place)];
  const keys = new Set([...now.keys(), ...before.keys()]);
  return new Map(
    [...keys].map((key) => [key, { today: now.get(key) ?? 0, training: before.get(key) ?? 0 }]),
  );
}

/** Fields and groups are fetched once a run. */
function fieldsOnce(client: Client) {
  const groupsOf = once((source: Source, signal) => fetchIndexGroups(client, source, signal), {
    keyOf: ({ id }) => id,
    isPassing: ({ state }) => state === 'unknown',
  });
  const capabilitiesOf = once(
    async (index: string, signal) => {
      const request = { index, fields: '*', ignore_unavailable: true, allow_no_indices: true };
      return patiently(() => client.fieldCaps(request, { signal }), signal);
    },
    { keyOf: (index) => index },
  );
  return { groupsOf, capabilitiesOf };
}

/**
 * Counts the values that are frequent on one of the sides, on both: one search, or two if there are
 * more.
 */
async function fetchInGroup(
  client: Client,
  { source, subtype }: SeriesToCount,
  { today, usual }: TimesToCount,
  group: IndexGroup,
  fields: readonly string[],
  signal: AbortSignal,
): Promise<TopFieldsAggregations> {
  const time = group.fields.get(source.time_field) ?? source.time_field;
  const query = getRangesQuery(source, subtype, [...today, ...usual], group.fields);
  const ranges = { today, training: usual };
  const search = (only?: readonly Key[][]) => {
    const asked = getTopFieldsQuery(query, time, fields, ranges, VALUES_PER_FIELD, only);
    return searchWhole<TopFieldsAggregations>(client, { index: group.index, ...asked }, signal);
  };
  const frequent = await search();
  const { today: now, training: before } = frequent;
  const isExact = fields.every((_, place) => isWhole(now, place) && isWhole(before, place));
  if (isExact) return frequent;
  const keys = fields.map((_, place) => [...valuesOf(frequent, place).keys()]);
  return { ...(await search(keys)) };
}

/**
 * Counts values of the fields that say who or what, with one client's rights.
 *
 * The returned function gives unknown if Elasticsearch refuses or does not answer, and throws
 * errors of the connection, and the abort.
 */
export function valueCounter(client: Client) {
  const { groupsOf, capabilitiesOf } = fieldsOnce(client);
  return async (
    series: SeriesToCount,
    times: TimesToCount,
    days: number,
    signal: AbortSignal,
  ): Promise<Answer<CountedValues>> => {
    const groups = await groupsOf(series.source, signal);
    if (groups.state === 'unknown') return groups;
    return orUnknown(async () => {
      const fields = new Map<string, Map<string, TwoCounts>>();
      let events: TwoCounts = { today: 0, training: 0 };
      for (const group of groups.value.filter(({ unusable }) => unusable === null)) {
        const { fields: capabilities } = await capabilitiesOf(group.index, signal);
        const names = chooseFields(series.source, capabilities);
        if (names.length === 0) continue;
        const found = await fetchInGroup(client, series, times, group, names, signal);
        events = added(events, {
          today: found.today.doc_count,
          training: found.training.doc_count,
        });
        for (const [place, name] of names.entries()) {
          const values = fields.get(name) ?? new Map<string, TwoCounts>();
          for (const [key, counts] of valuesOf(found, place)) {
            const value = String(key);
            values.set(value, added(values.get(value) ?? { today: 0, training: 0 }, counts));
          }
          fields.set(name, values);
        }
      }
      return { events, days, fields: [...fields].map(([field, values]) => ({ field, values })) };
    });
  };
}

function added(a: TwoCounts, b: TwoCounts): TwoCounts {
  return { today: a.today + b.today, training: a.training + b.training };
}
