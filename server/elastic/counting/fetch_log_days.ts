import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import type { Source } from '../../../common/sources';
import { type Day, dayAt, type LocalDay } from '../../../common/time';
import { type Answer, type IndexGroup, type LogDays, logDaysAround } from '../../app/counting';
import { IncompleteAnswer, isPassingGap, orUnknown, patiently, searchGap } from '../asking';

/** Which document of a group to look for: the first or the last one of a span. */
interface Edge {
  readonly order: 'asc' | 'desc';
  /** Milliseconds since 1970; the whole index if neither is given. */
  readonly from?: number;
  readonly before?: number;
}

/**
 * A search that Elasticsearch answers from the index of the time field. It visits few documents.
 */
function edgeRequest(index: string, field: string, edge: Edge): estypes.SearchRequest {
  const { order, from, before } = edge;
  const span = {
    format: 'epoch_millis',
    ...(from === undefined ? {} : { gte: from }),
    ...(before === undefined ? {} : { lt: before }),
  };
  const sort = { order, format: 'epoch_millis', numeric_type: 'date', unmapped_type: 'date' };
  return {
    index,
    size: 1,
    _source: false,
    track_total_hits: false,
    query: { range: { [field]: span } },
    sort: [{ [field]: sort as estypes.FieldSort }],
    ignore_unavailable: true,
    allow_no_indices: true,
    allow_partial_search_results: false,
  };
}

/** The time of the document at the edge; undefined if there is none. */
async function fetchEdge(
  client: Client,
  source: Source,
  groups: readonly IndexGroup[],
  edge: Edge,
  signal: AbortSignal,
): Promise<number | undefined> {
  const times: number[] = [];
  for (const { index, fields } of groups) {
    const field = fields.get(source.time_field) ?? source.time_field;
    const request = edgeRequest(index, field, edge);
    const answer = await patiently(() => client.search(request, { signal }), signal);
    const gap = searchGap(answer);
    if (gap !== null) throw new IncompleteAnswer(gap, isPassingGap(answer));
    const time: unknown = answer.hits.hits[0]?.sort?.[0];
    if (time !== undefined && time !== null) times.push(Number(time));
  }
  const sorted = times.sort((a, b) => a - b);
  return edge.order === 'asc' ? sorted[0] : sorted.at(-1);
}

/**
 * Finds the days that indices have logs of: two searches, and two more if the tested day is between
 * such days.
 *
 * @param tested a day without a document
 * @returns null if there is no document; unknown if a shard failed or Elasticsearch refused
 * @throws errors of the connection, and the abort
 */
export async function fetchLogDays(
  client: Client,
  source: Source,
  groups: readonly IndexGroup[],
  tested: LocalDay,
  signal: AbortSignal,
): Promise<Answer<LogDays | null>> {
  const edgeDay = async (edge: Edge): Promise<Day | undefined> => {
    const time = await fetchEdge(client, source, groups, edge, signal);
    return time === undefined ? undefined : dayAt(time, tested.zone);
  };
  return orUnknown(async () => {
    const first = await edgeDay({ order: 'asc' });
    const last = await edgeDay({ order: 'desc' });
    if (first === undefined || last === undefined) return null;
    if (last < tested.day) return logDaysAround(tested.day, { first, last }, last, undefined);
    if (first > tested.day) return logDaysAround(tested.day, { first, last }, undefined, first);
    const before = await edgeDay({ order: 'desc', before: tested.from });
    const after = await edgeDay({ order: 'asc', from: tested.to });
    return logDaysAround(tested.day, { first, last }, before, after);
  });
}
