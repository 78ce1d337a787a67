import type { estypes } from '@elastic/elasticsearch';
import type { Source } from '../../../common/sources';
import type { TimeRange } from '../../../common/time';
import { getSourceFilter, getSubtypeFilter, getTimeFilter } from '../asking';

/**
 * Finds the documents of a series in any of some ranges of time.
 *
 * @param fields for each field that the source names, the field to use
 */
export function getRangesQuery(
  source: Source,
  subtype: string,
  ranges: readonly TimeRange[],
  fields: ReadonlyMap<string, string>,
): estypes.QueryDslQueryContainer {
  const time = fields.get(source.time_field) ?? source.time_field;
  return {
    bool: {
      filter: [
        ...getSourceFilter(source, fields),
        ...getSubtypeFilter(source, fields, subtype),
        {
          bool: {
            should: ranges.map((range) => getTimeFilter(time, range)),
            minimum_should_match: 1,
          },
        },
      ],
    },
  };
}
