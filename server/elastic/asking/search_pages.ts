import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { refusalType } from './error_reason';
import { patiently } from './patiently';
import { searchGap } from './search_gap';
import { IncompleteAnswer } from './incomplete_answer';
import { isTurnedAway } from './write_patiently';

/** How long Elasticsearch keeps a point in time for the next page. */
export const KEEP_ALIVE = '5m';
const EXPIRED = 'search_context_missing_exception';
const CLOSING_MS = 5_000;

/** Which documents are requested, and how many of them at a time. */
export interface PagesRequest {
  readonly index: string;
  readonly query: estypes.QueryDslQueryContainer;
  readonly size: number;
  /** Which fields of a document are returned; true for all of them. */
  readonly source: string[] | boolean;
  /** Additional values, as the index has them. */
  readonly values?: estypes.QueryDslFieldAndFormat[];
  /**
   * The approximate number of documents, if known. It saves checking whether one page is enough.
   */
  readonly expected?: number;
  /** Whether an index that is named but missing is ignored; else that is an error. */
  readonly ignore_unavailable: boolean;
}

type Hits<T> = estypes.SearchHit<T>[];

const COMMON = {
  track_total_hits: false,
  seq_no_primary_term: true,
  allow_partial_search_results: false,
} as const;

async function search<T>(
  client: Client,
  request: estypes.SearchRequest,
  signal: AbortSignal,
): Promise<estypes.SearchResponse<T>> {
  const answer = await patiently(
    () => client.search<T>({ ...COMMON, ...request }, { signal }),
    signal,
    isTurnedAway,
  );
  const gap = searchGap(answer);
  if (gap !== null) throw new IncompleteAnswer(gap);
  return answer;
}

/**
 * If it cannot be closed, Elasticsearch closes it after five minutes, so the error can be ignored.
 */
export async function closePointInTime(client: Client, id: string): Promise<void> {
  const options = { signal: AbortSignal.timeout(CLOSING_MS), maxRetries: 0 };
  await client.closePointInTime({ id }, options).catch(() => undefined);
}

/** What both ways of searching share. */
function searchOf({ query, size, source, values }: PagesRequest): estypes.SearchRequest {
  const wanted = values === undefined ? {} : { docvalue_fields: values };
  return { query, size, _source: source, ...wanted };
}

async function* pagesAtOneTime<T>(
  client: Client,
  pages: PagesRequest,
  signal: AbortSignal,
): AsyncGenerator<Hits<T>> {
  const { index, size, ignore_unavailable } = pages;
  const request = { index, keep_alive: KEEP_ALIVE, ignore_unavailable };
  const open = () => client.openPointInTime(request, { signal });
  let { id } = await patiently(open, signal, isTurnedAway);
  try {
    let after: estypes.SortResults | undefined;
    for (;;) {
      const { hits, pit_id: next } = await search<T>(
        client,
        {
          ...searchOf(pages),
          pit: { id, keep_alive: KEEP_ALIVE },
          sort: [{ _shard_doc: 'asc' }],
          ...(after === undefined ? {} : { search_after: after }),
        },
        signal,
      );
      id = next ?? id;
      if (hits.hits.length > 0) yield hits.hits;
      after = hits.hits[hits.hits.length - 1]?.sort;
      if (hits.hits.length < size || after === undefined) return;
    }
  } finally {
    await closePointInTime(client, id);
  }
}

/**
 * All documents that a query finds, in pages, each with the version that was read. If they fit into
 * one page, it takes one search. More is read at one point in time, however much it is and however
 * the documents change meanwhile. The point in time is closed in all cases.
 *
 * @throws IncompleteAnswer if a shard did not answer, and the errors of the client
 */
export async function* searchPages<T>(
  client: Client,
  request: PagesRequest,
  signal: AbortSignal,
): AsyncGenerator<Hits<T>> {
  const { index, size, ignore_unavailable, expected = 0 } = request;
  if (expected >= size) {
    yield* pagesAtOneTime<T>(client, request, signal);
    return;
  }
  const { hits } = await search<T>(
    client,
    { ...searchOf(request), index, sort: ['_doc'], ignore_unavailable },
    signal,
  );
  if (hits.hits.length === size) yield* pagesAtOneTime<T>(client, request, signal);
  else if (hits.hits.length > 0) yield hits.hits;
}

/**
 * Whether a point in time was lost: it was not used for five minutes, a node has gone, or its index
 * was closed. If all of its indices were deleted, Elasticsearch says that no shard is there.
 */
export function isPointInTimeLost(error: unknown): boolean {
  return refusalType(error) === EXPIRED;
}
