import type { estypes } from '@elastic/elasticsearch';
import { runProperties } from './run_properties';

/** Where runs are stored: the run history. */
export const RUNS_INDEX = 'logwave-runs';

/**
 * The mapping of runs: the fields by which they are looked up and listed. All others are only
 * stored.
 */
export const runsMapping: estypes.MappingTypeMapping = {
  dynamic: false,
  properties: {
    ...runProperties,
    zone: { type: 'keyword' },
    status: { type: 'keyword' },
    attempt: { type: 'keyword' },
    heartbeat_at: { type: 'date' },
    started_by: { type: 'keyword' },
    origin: { type: 'keyword' },
    seen_by: { type: 'keyword' },
    method: { type: 'keyword' },
    settings_hash: { type: 'keyword' },
    settings: { type: 'object', enabled: false },
    series: { type: 'long' },
    series_unusual: { type: 'long' },
    findings: { type: 'long' },
    documents: { type: 'long' },
    tagged: { type: 'long' },
    untagged: { type: 'long' },
    duration_ms: { type: 'long' },
    cost: {
      properties: { searches: { type: 'long' }, documents_written: { type: 'long' } },
    },
    error: { type: 'text' },
  },
};
