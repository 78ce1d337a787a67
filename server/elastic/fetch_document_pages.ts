import type { Client, estypes } from '@elastic/elasticsearch';
import type { Answer, IndexGroup } from '../app/counting_ports';
import { UnreadableSeries, type FoundDocument, type SeriesHours } from '../app/tagging_ports';
import { refusalReason } from './error_reason';
import { getSeriesQuery, hourOfHit } from './get_series_query';
import { isPointInTimeLost, searchPages } from './search_pages';
import { IncompleteAnswer } from './search_whole';
import { TAGS_FIELD, tagsIn } from './tags_in_source';

/** As many as one journal entry lists, and one bulk request updates. */
const PAGE_SIZE = 1_000;

function foundDocument(hit: estypes.SearchHit<unknown>): FoundDocument {
  const { _index: index, _id: id, _seq_no: seqNo, _primary_term: term, _routing: routing } = hit;
  const hour = hourOfHit(hit.matched_queries);
  if (id === undefined || seqNo === undefined || term === undefined || hour === undefined) {
    throw new UnreadableSeries('Elasticsearch does not say which version of a document it found');
  }
  return {
    index,
    id,
    ...(routing === undefined ? {} : { routing }),
    hour,
    seq_no: seqNo,
    primary_term: term,
    tags: tagsIn(hit._source),
  };
}

const LOST = 'Elasticsearch lost its place among them: tag again to go on';

/** The error as one of this series alone; anything else as it is. */
function asUnreadable(error: unknown): unknown {
  if (isPointInTimeLost(error)) return new UnreadableSeries(LOST);
  const reason = error instanceof IncompleteAnswer ? error.message : refusalReason(error);
  return reason === undefined ? error : new UnreadableSeries(reason);
}

/**
 * Reads the documents of a series in its flagged hours, 1,000 at a time: of each its `tags` and its
 * version, nothing else.
 *
 * @param groups the indices of the source
 * @throws UnreadableSeries where Elasticsearch does not give them; errors of the connection, a wrong
 *   password, and the abort
 */
export async function* fetchDocumentPages(
  client: Client,
  series: SeriesHours,
  groups: Answer<readonly IndexGroup[]>,
  signal: AbortSignal,
): AsyncGenerator<FoundDocument[]> {
  if (groups.state === 'unknown') throw new UnreadableSeries(groups.reason);
  for (const { index, fields, unusable } of groups.value) {
    // What cannot be counted has no part in a finding.
    if (unusable !== null) continue;
    const query = getSeriesQuery(series, fields);
    const source = [TAGS_FIELD];
    const request = { index, query, size: PAGE_SIZE, source, ignore_unavailable: true };
    try {
      for await (const hits of searchPages(client, request, signal)) yield hits.map(foundDocument);
    } catch (error) {
      throw asUnreadable(error);
    }
  }
}
