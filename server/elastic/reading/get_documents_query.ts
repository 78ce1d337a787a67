import type { estypes } from '@elastic/elasticsearch';
import type { Source } from '../../../common/sources';
import type { TimeRange } from '../../../common/time';
import type { IndexGroup } from '../../app/counting';
import { getRangesQuery } from './get_ranges_query';

/** Which documents: a series in some ranges of time. */
export interface WantedDocuments {
  readonly source: Source;
  readonly subtype: string;
  readonly ranges: readonly TimeRange[];
}

/**
 * Finds the documents in all groups at once, so that they come in one order: each group by its own
 * fields.
 */
export function getDocumentsQuery(
  { source, subtype, ranges }: WantedDocuments,
  groups: readonly IndexGroup[],
): estypes.QueryDslQueryContainer {
  const queries = groups.map(({ index, fields }) => ({
    index,
    query: getRangesQuery(source, subtype, ranges, fields),
  }));
  const [only] = queries;
  if (queries.length === 1 && only !== undefined) return only.query;
  const should = queries.map(({ index, query }) => ({
    bool: { filter: [{ terms: { _index: index.split(',') } }, query] },
  }));
  return { bool: { should, minimum_should_match: 1 } };
}

/**
 * The order of time. If one index has its time in milliseconds and another in nanoseconds, values
 * are only comparable once both are nanoseconds.
 */
export function getTimeOrder(
  { time_field: field }: Source,
  groups: readonly IndexGroup[],
  order: 'asc' | 'desc' = 'asc',
): estypes.SortCombinations[] {
  const names = new Set(groups.map(({ fields }) => fields.get(field) ?? field));
  return [...names].map((name) => ({
    [name]: {
      order,
      format: 'epoch_millis',
      numeric_type: 'date_nanos',
      unmapped_type: 'date_nanos',
    },
  }));
}
