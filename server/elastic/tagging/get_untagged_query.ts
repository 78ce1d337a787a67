import type { estypes } from '@elastic/elasticsearch';
import type { SourceHours } from '../../app/tagging';
import { getFlaggedQuery } from './get_flagged_query';

/** How many indices with documents in flagged hours are listed. The rest is not. */
export const MAX_INDICES = 10_000;

interface Count {
  readonly doc_count: number;
}

/** The answer of the query: documents of flagged hours by index, and those without the tag. */
export interface UntaggedAggregations {
  readonly indices: {
    readonly buckets: readonly (Count & { readonly key: string; readonly untagged: Count })[];
    readonly sum_other_doc_count: number;
  };
}

/** The fields in which whole tags are found in the indices of a source. */
export interface TagsFields {
  /** The indices that have each field; those that map none have no document with a tag. */
  readonly indices: ReadonlyMap<string, readonly string[]>;
  /** Indices that map `tags` in another way than as whole words. */
  readonly unusable: ReadonlySet<string>;
}

/** Finds the documents that have the tag. */
function getTaggedQueries(
  tag: string,
  { indices: fields, unusable }: TagsFields,
): estypes.QueryDslQueryContainer[] {
  const found = [...fields].map(([field, indices]) => ({
    indices,
    term: { term: { [field]: { value: tag } } },
  }));
  if (found.length === 1 && unusable.size === 0) return found.map(({ term }) => term);
  // In other indices a field of the same name may hold no words, and a search in it would fail.
  return found.map(({ indices, term }) => ({
    bool: { filter: [{ terms: { _index: [...indices] } }, term] },
  }));
}

/** Documents of flagged hours: those that one search counts. */
export interface FlaggedPart {
  readonly query: estypes.QueryDslQueryContainer;
  /** Finds those that have the tag. */
  readonly tagged: readonly estypes.QueryDslQueryContainer[];
}

/** The same, after the search. */
export interface CountedPart extends FlaggedPart {
  /** The indices in which it found some. */
  readonly indices: readonly string[];
}

/** The documents of flagged hours that one search counts. */
export function flaggedPart(
  flagged: SourceHours,
  fields: ReadonlyMap<string, string>,
  tagsFields: TagsFields,
): FlaggedPart {
  const tagged = getTaggedQueries(flagged.source.tag, tagsFields);
  return { query: getFlaggedQuery(flagged, fields), tagged };
}

function countByIndex(
  query: estypes.QueryDslQueryContainer,
  untagged: estypes.QueryDslBoolQuery,
): estypes.SearchRequest {
  return {
    size: 0,
    track_total_hits: false,
    query,
    aggs: {
      indices: {
        terms: { field: '_index', size: MAX_INDICES },
        aggs: { untagged: { filter: { bool: untagged } } },
      },
    },
  };
}

/** Counts the documents of a part by index, and those of them that lack their tag. */
export function getUntaggedQuery({ query, tagged }: FlaggedPart): estypes.SearchRequest {
  return countByIndex(query, { must_not: [...tagged] });
}

function anyOf(clauses: estypes.QueryDslQueryContainer[]): estypes.QueryDslQueryContainer {
  return { bool: { should: clauses, minimum_should_match: 1 } };
}

/**
 * Counts the documents that the part has in common with earlier ones by index, and those of them
 * that lack a tag of both.
 */
export function getSharedQuery(
  { query, tagged }: FlaggedPart,
  earlier: readonly CountedPart[],
): estypes.SearchRequest {
  // A field may be mapped differently in indices that the earlier part did not search.
  const clauses = earlier.map((one) => ({
    filter: [{ terms: { _index: [...one.indices] } }, one.query],
    must_not: [...one.tagged],
  }));
  const found = clauses.map(({ filter }) => ({ bool: { filter } }));
  const lacking = clauses.map((bool) => ({ bool }));
  return countByIndex(
    { bool: { filter: [query, anyOf(found)] } },
    { filter: [anyOf(lacking)], must_not: [...tagged] },
  );
}
