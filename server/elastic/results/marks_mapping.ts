import type { estypes } from '@elastic/elasticsearch';

/** Where people's marks are stored. Documents are added, and never changed. */
export const MARKS_INDEX = 'logwave-marks';

export const marksMapping: estypes.MappingTypeMapping = {
  dynamic: false,
  properties: {
    version: { type: 'integer' },
    kind: { type: 'keyword' },
    scope: { type: 'keyword' },
    source: { type: 'keyword' },
    host: { type: 'keyword', ignore_above: 8191 },
    subtype: { type: 'keyword', ignore_above: 8191 },
    reason: { type: 'text' },
    author: { type: 'keyword' },
    at: { type: 'date' },
    until: { type: 'date' },
  },
};
