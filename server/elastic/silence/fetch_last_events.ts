import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { encodeSubtype, type Source } from '../../../common/sources';
import type { TimeRange } from '../../../common/time';
import type { Answer } from '../../app/counting';
import { fetchIndexGroups } from '../counting';
import { getSourceFilter, getTimeFilter, orUnknown, searchFound } from '../asking';

/** With more hosts, the others are only known to the hour, by their counts. */
const MOST_HOSTS = 10_000;

interface LastEvents {
  readonly hosts: {
    readonly buckets: readonly {
      readonly key: string | number;
      readonly last: { readonly value: number | null };
    }[];
  };
}

/**
 * The latest time of each host: one bucket for each host, and its maximum.
 *
 * @param only the requested hosts; null for all
 */
export function getLastEventsQuery(
  source: Source,
  fields: ReadonlyMap<string, string>,
  range: TimeRange,
  only: readonly string[] | null,
): estypes.SearchRequest {
  const time = fields.get(source.time_field) ?? source.time_field;
  const [host = ''] = source.subtype_fields;
  const field = fields.get(host) ?? host;
  const filter = [getTimeFilter(time, range), ...getSourceFilter(source, fields)];
  const named = only === null ? [] : [{ terms: { [field]: only.slice(0, MOST_HOSTS) } }];
  return {
    size: 0,
    track_total_hits: false,
    query: { bool: { filter: [...filter, ...named] } },
    aggs: {
      hosts: {
        terms: { field, size: MOST_HOSTS },
        aggs: { last: { max: { field: time } } },
      },
    },
  };
}

/**
 * When each host that has documents in the range wrote its last one, in milliseconds.
 *
 * @param source with the host as its only subtype field
 * @throws errors of the connection, and the abort
 */
export async function fetchLastEvents(
  client: Client,
  source: Source,
  range: TimeRange,
  only: readonly string[] | null,
  signal: AbortSignal,
): Promise<Answer<ReadonlyMap<string, number>>> {
  const groups = await fetchIndexGroups(client, source, signal);
  if (groups.state === 'unknown') return groups;
  return orUnknown(async () => {
    const found = new Map<string, number>();
    for (const { index, fields, subtype_kind: kind, unusable } of groups.value) {
      if (kind === null || unusable !== null) continue;
      const query = { ...getLastEventsQuery(source, fields, range, only), index };
      const { hosts } = await searchFound<LastEvents>(client, query, signal);
      for (const { key, last } of hosts.buckets) {
        const host = encodeSubtype([String(key)]);
        if (last.value !== null) found.set(host, Math.max(found.get(host) ?? 0, last.value));
      }
    }
    return found;
  });
}
