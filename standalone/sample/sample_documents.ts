import { sep } from 'node:path';
import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../../server/elastic/client';
import { dayAt, addDays } from '../../common/time';
import { COUNTS_INDEX } from '../../server/elastic/counting';
import { FINDINGS_INDEX, RUNS_INDEX, SERIES_INDEX } from '../../server/elastic/results';
import { searchPages } from '../../server/elastic/asking';
import { LOG_INDICES } from '../ingest';

const PAGE_SIZE = 5000;
/**
 * Indices computed from the logs of a day. The journal stays, since it says what can be untagged.
 */
const DERIVED = [COUNTS_INDEX, RUNS_INDEX, FINDINGS_INDEX, SERIES_INDEX].join(',');

/** How many documents were removed, and how many Elasticsearch would not remove now. */
export interface Removal {
  readonly removed: number;
  readonly left: number;
}

/** Documents whose files are in a folder. */
function below(folder: string): estypes.QueryDslQueryContainer {
  return { prefix: { path: folder + sep } };
}

/** How many documents of a sample there are. */
export async function countSampleDocuments(
  client: Client,
  folder: string,
  signal: AbortSignal,
): Promise<number> {
  const { count } = await client.count(
    { index: LOG_INDICES, query: below(folder), allow_no_indices: true },
    { signal },
  );
  return count;
}

/** Removes what a query finds. Missing documents count as removed. */
async function removeDocuments(
  client: Client,
  index: string,
  query: estypes.QueryDslQueryContainer,
  signal: AbortSignal,
): Promise<Removal> {
  const removal = { removed: 0, left: 0 };
  const request = { index, query, size: PAGE_SIZE, source: false, ignore_unavailable: true };
  for await (const hits of searchPages(client, request, signal)) {
    const operations = hits.map(({ _index, _id }) => ({ delete: { _index, _id } }));
    const { items } = await client.bulk({ operations }, { signal });
    const left = items.filter((item) => item.delete?.error !== undefined).length;
    removal.left += left;
    removal.removed += hits.length - left;
  }
  return removal;
}

/** The calendar days of documents, with an additional one at both ends for every zone. */
async function daysOf(
  client: Client,
  query: estypes.QueryDslQueryContainer,
  signal: AbortSignal,
): Promise<{ readonly gte: string; readonly lte: string } | undefined> {
  const time = { field: '@timestamp' };
  const { aggregations } = await client.search<
    unknown,
    { first: estypes.AggregationsMinAggregate; last: estypes.AggregationsMaxAggregate }
  >(
    {
      index: LOG_INDICES,
      size: 0,
      query,
      allow_no_indices: true,
      aggs: { first: { min: time }, last: { max: time } },
    },
    { signal },
  );
  const first = aggregations?.first.value ?? null;
  const last = aggregations?.last.value ?? null;
  if (first === null || last === null) return undefined;
  return { gte: addDays(dayAt(first, 'UTC'), -1), lte: addDays(dayAt(last, 'UTC'), 1) };
}

/**
 * Removes the documents of earlier samples, and the results of their days. Incidents are on the
 * last day only, so two samples of one day contradict each other. Documents of other files stay.
 *
 * @param root the folder that holds samples
 * @param folder the sample that stays
 * @returns how many documents of logs were removed; if some are left, it must be repeated
 */
export async function removeOldSamples(
  client: Client,
  root: string,
  folder: string,
  signal: AbortSignal,
): Promise<Removal> {
  const query = { bool: { filter: [below(root)], must_not: [below(folder)] } };
  const days = await daysOf(client, query, signal);
  if (days === undefined) return { removed: 0, left: 0 };
  const logs = await removeDocuments(client, LOG_INDICES, query, signal);
  const derived = await removeDocuments(client, DERIVED, { range: { day: days } }, signal);
  await client.indices.refresh(
    { index: `${LOG_INDICES},${DERIVED}`, ignore_unavailable: true },
    { signal },
  );
  return { removed: logs.removed, left: logs.left + derived.left };
}
