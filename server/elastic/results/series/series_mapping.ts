import type { estypes } from '@elastic/elasticsearch';

/** Where the series of a day are stored as its run saw them. */
export const SERIES_INDEX = 'logwave-series';

/** The mapping of stored series: they are read by their ids, and only stored. */
export const seriesMapping: estypes.MappingTypeMapping = {
  dynamic: false,
  properties: {
    scope: { type: 'keyword' },
    run_id: { type: 'keyword' },
    day: { type: 'date', format: 'yyyy-MM-dd' },
    source: { type: 'keyword' },
    attempt: { type: 'keyword' },
    block: { type: 'integer' },
    blocks: { type: 'integer' },
    series: { type: 'object', enabled: false },
  },
};
