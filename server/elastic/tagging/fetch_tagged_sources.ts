import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { JOURNAL_INDEX } from '../results';
import { patiently } from '../asking';

/** More sources than anybody has. */
const MAX_SOURCES = 1_000;

/**
 * The sources whose documents the journal lists as tagged, by their ids.
 *
 * @throws the client's errors
 */
export async function fetchTaggedSources(
  client: Client,
  scope: string,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const request: estypes.SearchRequest = {
    index: JOURNAL_INDEX,
    size: 0,
    ignore_unavailable: true,
    query: { term: { scope } },
    aggs: { sources: { terms: { field: 'source', size: MAX_SOURCES } } },
  };
  const { aggregations } = await patiently(
    () =>
      client.search<unknown, { readonly sources?: estypes.AggregationsStringTermsAggregate }>(
        request,
        { signal },
      ),
    signal,
  );
  const buckets = aggregations?.sources?.buckets ?? [];
  return new Set(Object.values(buckets).map(({ key }) => String(key)));
}
