import type { estypes } from '@elastic/elasticsearch';

/** The fields by which each document of a run is looked up. */
export const runProperties: Record<string, estypes.MappingProperty> = {
  '@timestamp': { type: 'date' },
  scope: { type: 'keyword' },
  run_id: { type: 'keyword' },
  day: { type: 'date', format: 'yyyy-MM-dd' },
};
