import type { estypes } from '@elastic/elasticsearch';
import type { SourceHours } from '../app/tagging_ports';
import { getFlaggedQuery } from './get_flagged_query';

interface Count {
  readonly doc_count: number;
}

/** What the query answers: documents of flagged hours, and those without the tag. */
export interface UntaggedAggregations {
  readonly documents: Count & { readonly untagged: Count };
}

/**
 * Counts the documents of flagged hours, and those of them that lack their tag.
 *
 * @param tagsField the field by which whole tags can be searched for
 */
export function getUntaggedQuery(
  flagged: SourceHours,
  fields: ReadonlyMap<string, string>,
  tagsField: string,
): estypes.SearchRequest {
  const tagged = { term: { [tagsField]: { value: flagged.source.tag } } };
  return {
    size: 0,
    track_total_hits: false,
    query: getFlaggedQuery(flagged, fields),
    aggs: {
      documents: {
        filter: { match_all: {} },
        aggs: { untagged: { filter: { bool: { must_not: [tagged] } } } },
      },
    },
  };
}
