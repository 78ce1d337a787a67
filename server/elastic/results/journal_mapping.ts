import type { estypes } from '@elastic/elasticsearch';
import { runProperties } from './run_properties';

/** Where it is noted which documents were tagged. */
export const JOURNAL_INDEX = 'logwave-journal';

/**
 * How journal entries are mapped: they are looked up by run and day, the documents that they list
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
