import type { Client } from '../client';
import type { Source } from '../../../common/sources';
import { columnFinder, HOURS_PER_DAY, type LocalDay } from '../../../common/time';
import type { Answer } from '../../app/counting';
import { orUnknown, searchFound } from '../asking';
import { fetchIndexGroups } from './fetch_index_groups';
import { getLackingBinsQuery, type LackingBinsAggregation } from './get_counts_query';

/**
 * How many documents of a day lack a field that the source is counted by, in each of the hours 0 to
 * 23: one search for each group of indices.
 *
 * @returns unknown if a shard failed or Elasticsearch refused
 * @throws errors of the connection, and the abort
 */
export async function fetchHoursWithout(
  client: Client,
  source: Source,
  day: LocalDay,
  signal: AbortSignal,
): Promise<Answer<readonly number[]>> {
  const groups = await fetchIndexGroups(client, source, signal);
  if (groups.state === 'unknown') return groups;
  const hourAt = columnFinder(day);
  return orUnknown(async () => {
    const hours = new Array<number>(HOURS_PER_DAY).fill(0);
    for (const { index, fields } of groups.value) {
      const request = { ...getLackingBinsQuery(source, fields, day), index };
      const answer = await searchFound<LackingBinsAggregation>(client, request, signal);
      for (const { key, doc_count: documents } of answer.hours.buckets) {
        const hour = hourAt(key);
        // A document with several times may have one outside the day.
        if (hour !== undefined) hours[hour] = (hours[hour] ?? 0) + documents;
      }
    }
    return hours;
  });
}
