import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import type { Source } from '../../../common/sources';
import type { Answer, IndexGroup } from '../../app/counting';
import { hasTag } from '../../app/tagging';
import { placeText, type Place, type SortValue } from './documents_place';
import {
  hasNoShard,
  isIndexGone,
  refusalReason,
  patiently,
  searchGap,
  closePointInTime,
  isPointInTimeLost,
  KEEP_ALIVE,
  IncompleteAnswer,
} from '../asking';
import { fetchDocumentsSummary, totalOf } from './fetch_documents_summary';
import { flattenFields } from './flatten_fields';
import { getDocumentsQuery, getTimeOrder, type WantedDocuments } from './get_documents_query';
import { tagsIn } from '../tagging';

/** A document for a reader. */
export interface LoggedDocument {
  readonly index: string;
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly message: string;
  readonly tagged: boolean;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

export interface DocumentsPage {
  /** Of all pages. */
  readonly total: number;
  readonly documents: readonly LoggedDocument[];
  /** Where the next page begins; null after the last one. */
  readonly next: string | null;
  /** Why documents may be missing, a phrase each; empty if all are found. */
  readonly gaps: readonly string[];
}

/** Which documents, how many of them, and from which place on; from the first if none is given. */
export interface DocumentsRequest extends WantedDocuments {
  readonly size: number;
  readonly after: Place | undefined;
  /** Oldest first if it is not given. */
  readonly order?: 'asc' | 'desc';
}

const MAX_MESSAGE = 20_000;
const SHORT = '…';

function cut(text: string): string {
  return text.length <= MAX_MESSAGE ? text : `${text.slice(0, MAX_MESSAGE - 1)}${SHORT}`;
}

function toDocument(hit: estypes.SearchHit<unknown>, source: Source): LoggedDocument {
  const fields = flattenFields(hit._source);
  const valueOf = (name: string): string | undefined =>
    fields.find(([field]) => field === name)?.[1];
  // Milliseconds, with the nanoseconds as their fraction.
  const time: unknown = hit.sort?.[0];
  return {
    index: hit._index,
    id: hit._id ?? '',
    time: new Date(Number(time)).toISOString(),
    message: cut(valueOf('message') ?? valueOf('event.original') ?? JSON.stringify(hit._source)),
    tagged: hasTag(tagsIn(hit._source), source.tag),
    fields: fields.filter(([name]) => name !== 'message').slice(0, 100),
  };
}

/** A list of documents, in the form in which it is searched. */
interface Listing {
  readonly request: DocumentsRequest;
  readonly groups: readonly IndexGroup[];
}

type Parts = Pick<estypes.SearchRequest, 'index' | 'pit' | 'search_after'> & {
  readonly order: estypes.SortCombinations[];
};

async function search(
  client: Client,
  { request, groups }: Listing,
  { order, ...parts }: Parts,
  signal: AbortSignal,
): Promise<estypes.SearchResponse> {
  const body = {
    track_total_hits: true,
    size: request.size,
    query: getDocumentsQuery(request, groups),
    sort: [...getTimeOrder(request.source, groups, request.order), ...order],
    ...parts,
  };
  return patiently(() => client.search(body, { signal }), signal);
}

function pageOf(
  { request }: Listing,
  answer: estypes.SearchResponse,
  next: string | null,
): DocumentsPage {
  const gap = searchGap(answer);
  return {
    total: totalOf(answer.hits),
    documents: answer.hits.hits.map((hit) => toDocument(hit, request.source)),
    next,
    gaps: gap === null ? [] : [gap],
  };
}

/** The page without a place for the next one. */
async function onlyPage(
  client: Client,
  listing: Listing,
  index: string,
  signal: AbortSignal,
): Promise<DocumentsPage> {
  const parts = {
    index,
    ignore_unavailable: true,
    order: [{ _index: { order: 'asc' as const } }],
  };
  return pageOf(listing, await search(client, listing, parts, signal), null);
}

/** No document has it: it is before the first place of a point in time. */
const FIRST_PLACE = -1;
const TOO_LONG = 'only the first are shown, because the documents are in too many shards';

/** A page of a list that is read at one point in time, however the documents change meanwhile. */
async function pageAt(
  client: Client,
  listing: Listing,
  pit: string,
  after: readonly SortValue[] | undefined,
  signal: AbortSignal,
): Promise<DocumentsPage> {
  const parts = {
    pit: { id: pit, keep_alive: KEEP_ALIVE },
    order: [{ _shard_doc: 'asc' as const }],
    ...(after === undefined ? {} : { search_after: [...after] }),
  };
  const answer = await search(client, listing, parts, signal);
  const { hits } = answer.hits;
  const last = hits[hits.length - 1]?.sort;
  const page = pageOf(listing, answer, null);
  if (last === undefined || hits.length < listing.request.size) {
    await closePointInTime(client, answer.pit_id ?? pit);
    return page;
  }
  const place = { pit: answer.pit_id ?? pit, sort: last as SortValue[] };
  const next = placeText(place);
  if (next !== null) return { ...page, next };
  await closePointInTime(client, place.pit);
  return { ...page, gaps: [...page.gaps, TOO_LONG] };
}

async function openPointInTime(
  client: Client,
  index: string,
  signal: AbortSignal,
): Promise<Answer<string>> {
  const request = { index, keep_alive: KEEP_ALIVE, ignore_unavailable: true };
  try {
    const { id } = await patiently(() => client.openPointInTime(request, { signal }), signal);
    return { state: 'known', value: id };
  } catch (error) {
    const reason = refusalReason(error);
    if (reason === undefined) throw error;
    return { state: 'unknown', reason };
  }
}

/**
 * Before all documents of the same time: it is better to repeat those of that instant than to miss
 * them.
 */
function momentOf({ sort }: Place, { request, groups }: Listing): SortValue[] {
  const times = getTimeOrder(request.source, groups).length;
  return [...sort.slice(0, times), FIRST_PLACE];
}

/** @param after where a list continues whose point in time is lost */
async function pageAnew(
  client: Client,
  listing: Listing,
  after: Place | undefined,
  signal: AbortSignal,
): Promise<DocumentsPage> {
  const { request, groups } = listing;
  const { total, index, gaps } = await fetchDocumentsSummary(client, request, groups, signal);
  if (index === undefined) return { total, documents: [], next: null, gaps };
  const isAllInOne = after === undefined && total <= request.size;
  const opened = isAllInOne ? undefined : await openPointInTime(client, index, signal);
  if (opened?.state === 'known') {
    const from = after && momentOf(after, listing);
    const page = await pageAt(client, listing, opened.value, from, signal);
    return { ...page, gaps: [...new Set([...gaps, ...page.gaps])] };
  }
  if (after !== undefined && opened?.state === 'unknown') throw new IncompleteAnswer(opened.reason);
  const page = await onlyPage(client, listing, index, signal);
  const refused = opened === undefined ? [] : [`only the first are shown (${opened.reason})`];
  return { ...page, gaps: [...new Set([...gaps, ...page.gaps, ...refused])] };
}

/**
 * A page of the documents of a series, in the order of time, in all indices of the source together.
 * A list of several pages is read at one point in time. If that is lost, after five minutes or
 * because an index was closed or deleted, the list continues at a new one. Then documents of the
 * instant at which the page before ended may be repeated.
 *
 * @param groups the indices of the source
 * @throws IncompleteAnswer if a list cannot continue, and the client's errors
 */
export async function fetchDocumentsPage(
  client: Client,
  request: DocumentsRequest,
  groups: readonly IndexGroup[],
  signal: AbortSignal,
): Promise<DocumentsPage> {
  const listing = { request, groups: groups.filter(({ unusable }) => unusable === null) };
  const { after } = request;
  if (after === undefined) return pageAnew(client, listing, undefined, signal);
  try {
    const page = await pageAt(client, listing, after.pit, after.sort, signal);
    if (page.gaps.length === 0) return page;
  } catch (error) {
    const isLost = [isPointInTimeLost, hasNoShard, isIndexGone].some((is) => is(error));
    if (!isLost) throw error;
  }
  return pageAnew(client, listing, after, signal);
}
