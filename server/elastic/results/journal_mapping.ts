import type { estypes } from '@elastic/elasticsearch';
import { runProperties } from './run_properties';

/** Where the tagged documents are listed. */
export const JOURNAL_INDEX = 'logwave-journal';

/**
 * The mapping of journal entries: they are looked up by run and day. The documents that they list
 * are only stored.
 */
export const journalMapping: estypes.MappingTypeMapping = {
  dynamic: false,
  properties: {
    ...runProperties,
    source: { type: 'keyword' },
    tag: { type: 'keyword' },
    attempt: { type: 'keyword' },
    batch: { type: 'integer' },
    documents: { type: 'long' },
    series: { type: 'object', enabled: false },
    hits: { type: 'object', enabled: false },
  },
};
