import type { estypes } from '@elastic/elasticsearch';

/** Where counted days are kept. */
export const COUNTS_INDEX = 'logwave-counts';

/**
 * The mapping of kept counts: the fields that identify the blocks can be searched, the counts
 * themselves are only stored.
 */
export const countsMapping: estypes.MappingTypeMapping = {
  dynamic: false,
  properties: {
    version: { type: 'integer' },
    scope: { type: 'keyword' },
    source: { type: 'keyword' },
    day: { type: 'date', format: 'yyyy-MM-dd' },
    zone: { type: 'keyword' },
    definition: { type: 'keyword' },
    content: { type: 'keyword' },
    counted_at: { type: 'date' },
    block: { type: 'integer' },
    blocks: { type: 'integer' },
    documents: { type: 'long' },
    without_subtype: { type: 'long' },
    series: { type: 'object', enabled: false },
  },
};
