import type { Client, estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { Source } from '../../common/sources/source';
import type { TimeRange } from '../../common/time/local_day';
import type { IndexGroup } from '../app/counting_ports';
import { hasTag } from '../app/tags_field';
import { flattenFields } from './flatten_fields';
import { getRangesQuery } from './get_ranges_query';
import { patiently } from './patiently';
import { tagsIn } from './tags_in_source';

/** A document as somebody reads it. */
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
}

/** Which documents: a series in some ranges of time, from a place on. */
export interface DocumentsRequest {
  readonly source: Source;
  readonly subtype: string;
  readonly ranges: readonly TimeRange[];
  readonly size: number;
  readonly after: string | undefined;
}

const MAX_MESSAGE = 20_000;
const SHORT = '…';

/** Group of indices, then what Elasticsearch sorts by. */
const placeSchema = z.tuple([
  z.number().int().min(0),
  z.array(z.union([z.string(), z.number(), z.null()])).max(3),
]);
type Place = z.infer<typeof placeSchema>;

/** The place that a page gave as the next one; undefined for a text that none gave. */
export function parsePlace(text: string): Place | undefined {
  try {
    return placeSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function cut(text: string): string {
  return text.length <= MAX_MESSAGE ? text : `${text.slice(0, MAX_MESSAGE - 1)}${SHORT}`;
}

function toDocument(hit: estypes.SearchHit<unknown>, source: Source): LoggedDocument {
  const fields = flattenFields(hit._source);
  const valueOf = (name: string): string | undefined =>
    fields.find(([field]) => field === name)?.[1];
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

function searchOf(
  { source, subtype, ranges, size }: DocumentsRequest,
  { index, fields }: IndexGroup,
  after: estypes.SortResults,
): estypes.SearchRequest {
  const time = fields.get(source.time_field) ?? source.time_field;
  return {
    index,
    ignore_unavailable: true,
    allow_no_indices: true,
    track_total_hits: true,
    size,
    query: getRangesQuery(source, subtype, ranges, fields),
    // Documents of one moment and index stand in the order of the shard, which holds until a merge.
    sort: [
      { [time]: { order: 'asc', format: 'epoch_millis' } },
      { _index: { order: 'asc' } },
      { _doc: { order: 'asc' } },
    ],
    ...(after.length === 0 ? {} : { search_after: after }),
  };
}

/**
 * A page of the documents of a series, oldest first; first those of one group of indices, then those
 * of the next.
 *
 * @param groups the indices of the source
 * @throws the client's errors
 */
export async function fetchDocumentsPage(
  client: Client,
  request: DocumentsRequest,
  groups: readonly IndexGroup[],
  signal: AbortSignal,
): Promise<DocumentsPage> {
  const usable = groups.filter(({ unusable }) => unusable === null);
  const [firstGroup, firstAfter] = parsePlace(request.after ?? '[0,[]]') ?? [0, []];
  const documents: LoggedDocument[] = [];
  let next: string | null = null;
  let total = 0;
  for (const [place, group] of usable.entries()) {
    const room = place < firstGroup || next !== null ? 0 : request.size - documents.length;
    const after = place === firstGroup ? (firstAfter as estypes.SortResults) : [];
    const search = searchOf({ ...request, size: room }, group, room === 0 ? [] : after);
    const { hits } = await patiently(() => client.search(search, { signal }), signal);
    total += typeof hits.total === 'number' ? hits.total : (hits.total?.value ?? 0);
    documents.push(...hits.hits.map((hit) => toDocument(hit, request.source)));
    const last = hits.hits[hits.hits.length - 1]?.sort;
    if (room > 0 && hits.hits.length === room && last !== undefined) {
      next = JSON.stringify([place, last]);
    }
  }
  return { total, documents, next };
}
