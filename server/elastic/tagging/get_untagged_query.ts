import type { estypes } from '@elastic/elasticsearch';
import type { SourceHours } from '../../app/tagging';
import { getFlaggedQuery } from './get_flagged_query';

/** Indices whose documents lie in flagged hours; if there are more, the rest is not listed. */
export const MAX_INDICES = 10_000;

interface Count {
  readonly doc_count: number;
}

/** What the query answers: documents of flagged hours by index, and those without the tag. */
export interface UntaggedAggregations {
  readonly indices: {
    readonly buckets: readonly (Count & { readonly key: string; readonly untagged: Count })[];
    readonly sum_other_doc_count: number;
  };
}

/** By which fields whole tags are found in the indices of a source. */
export interface TagsFields {
  /** The indices that have each field; those that map none have no document with a tag. */
  readonly indices: ReadonlyMap<string, readonly string[]>;
  /** Indices that map `tags` otherwise than as whole words. */
  readonly unusable: ReadonlySet<string>;
}

/** Find the documents that carry the tag. */
function getTaggedQueries(
  tag: string,
  { indices: fields, unusable }: TagsFields,
): estypes.QueryDslQueryContainer[] {
  const found = [...fields].map(([field, indices]) => ({
    indices,
    term: { term: { [field]: { value: tag } } },
  }));
  if (found.length === 1 && unusable.size === 0) return found.map(({ term }) => term);
  // Elsewhere a field of the same name may hold no words, and a search in it would fail.
  return found.map(({ indices, term }) => ({
    bool: { filter: [{ terms: { _index: [...indices] } }, term] },
  }));
}

/** Counts the documents of flagged hours by index, and those of them that lack their tag. */
export function getUntaggedQuery(
  flagged: SourceHours,
  fields: ReadonlyMap<string, string>,
  tagsFields: TagsFields,
): estypes.SearchRequest {
  const tagged = getTaggedQueries(flagged.source.tag, tagsFields);
  return {
    size: 0,
    track_total_hits: false,
    query: getFlaggedQuery(flagged, fields),
    aggs: {
      indices: {
        terms: { field: '_index', size: MAX_INDICES },
        aggs: { untagged: { filter: { bool: { must_not: tagged } } } },
      },
    },
  };
}
