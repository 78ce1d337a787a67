import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { TAGS_FIELD } from '../../../common/sources';
import type { Answer, IndexGroup } from '../../app/counting';
import { UnreadableSource, type FoundDocument, type SourceHours } from '../../app/tagging';
import { refusalReason, isPointInTimeLost, searchPages, IncompleteAnswer } from '../asking';
import { getFlaggedQuery, getSubtypeValues, placeFinder, splitSeries } from './get_flagged_query';
import { tagsIn } from './tags_in_source';

/** As many as one journal entry lists, and one bulk request updates. */
const PAGE_SIZE = 1_000;

/** Converts hits into documents for tagging. */
function documentMaker(flagged: SourceHours, fields: IndexGroup['fields']) {
  const placeOf = placeFinder(flagged, fields);
  return (hit: estypes.SearchHit<unknown>): FoundDocument => {
    const { _index: index, _id: id, _seq_no: seqNo, _primary_term: term, _routing: routing } = hit;
    const place = placeOf(hit);
    if (id === undefined || seqNo === undefined || term === undefined || place === undefined) {
      throw new UnreadableSource('Elasticsearch does not say which series a document belongs to');
    }
    return {
      index,
      id,
      ...(routing === undefined ? {} : { routing }),
      ...place,
      seq_no: seqNo,
      primary_term: term,
      tags: tagsIn(hit._source),
    };
  };
}

const LOST = 'Elasticsearch lost its place in the list: tag again to continue';

/** The error as one of this source alone; any other error unchanged. */
function asUnreadable(error: unknown): unknown {
  if (isPointInTimeLost(error)) return new UnreadableSource(LOST);
  const reason = error instanceof IncompleteAnswer ? error.message : refusalReason(error);
  return reason === undefined ? error : new UnreadableSource(reason);
}

/**
 * Reads the documents of flagged hours, 1,000 at a time: of each its `tags` and its version,
 * nothing else. Few series with many documents take as long as many series with few.
 *
 * @param groups the indices of the source
 * @throws UnreadableSource if Elasticsearch does not return them; errors of the connection, a wrong
 * password, and the abort
 */
export async function* fetchDocumentPages(
  client: Client,
  flagged: SourceHours,
  groups: Answer<readonly IndexGroup[]>,
  signal: AbortSignal,
): AsyncGenerator<FoundDocument[]> {
  if (groups.state === 'unknown') throw new UnreadableSource(groups.reason);
  // Indices that cannot be counted have no part in a finding.
  const usable = groups.value.filter(({ unusable }) => unusable === null);
  for (const part of splitSeries(flagged)) {
    for (const { index, fields, subtype_kind: kind } of usable) {
      const request = {
        index,
        query: getFlaggedQuery(part, fields),
        size: PAGE_SIZE,
        source: [TAGS_FIELD],
        values: getSubtypeValues(part, fields, kind),
        expected:
          usable.length === 1 ? part.series.reduce((sum, { events }) => sum + events, 0) : 0,
        ignore_unavailable: true,
      };
      const documentOf = documentMaker(part, fields);
      try {
        for await (const hits of searchPages(client, request, signal)) yield hits.map(documentOf);
      } catch (error) {
        throw asUnreadable(error);
      }
    }
  }
}
