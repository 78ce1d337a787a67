import type { estypes } from '@elastic/elasticsearch';

/** What each document that belongs to a run is looked up by. */
export const runProperties: Record<string, estypes.MappingProperty> = {
  '@timestamp': { type: 'date' },
  scope: { type: 'keyword' },
  run_id: { type: 'keyword' },
  day: { type: 'date', format: 'yyyy-MM-dd' },
};
