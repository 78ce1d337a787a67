import type { estypes } from '@elastic/elasticsearch';

/** Where findings are stored, one document each. */
export const FINDINGS_INDEX = 'logwave-findings';

/** The maximum length of a Lucene keyword, in UTF-8 bytes. */
const LONGEST_KEYWORD = 8191;

const keyword: estypes.MappingProperty = { type: 'keyword', ignore_above: LONGEST_KEYWORD };
const storedOnly: estypes.MappingProperty = { type: 'object', enabled: false };
const day: estypes.MappingProperty = { type: 'date', format: 'yyyy-MM-dd' };

/**
 * The mapping of findings. It is public: people build rules on it, and docs/findings.md describes
 * each field. Fields may be added, but none is renamed, removed or given another type.
 */
export const findingsMapping: estypes.MappingTypeMapping = {
  dynamic: false,
  properties: {
    '@timestamp': { type: 'date' },
    found_at: { type: 'date' },
    scope: keyword,
    run_id: keyword,
    day,
    zone: keyword,
    source: keyword,
    subtype: keyword,
    series_name: keyword,
    series_code: keyword,
    tag: keyword,
    verdict: keyword,
    hours: { type: 'byte' },
    count: { type: 'double' },
    expected: { type: 'double' },
    usual: { properties: { low: { type: 'double' }, high: { type: 'double' } } },
    ratio: { type: 'double' },
    surprise: { type: 'double' },
    difference: { type: 'double' },
    rank: { properties: { place: { type: 'integer' }, of: { type: 'integer' }, from: keyword } },
    shift: {
      properties: {
        hours: { type: 'byte' },
        is_whole_day: { type: 'boolean' },
        is_about: { type: 'boolean' },
        is_clock_change: { type: 'boolean' },
        due: { type: 'byte' },
      },
    },
    basis: keyword,
    basis_days: day,
    sentence: { type: 'text', norms: false },
    incident: keyword,
    explained: { type: 'text', norms: false },
    values: {
      properties: {
        field: keyword,
        value: keyword,
        today: { type: 'double' },
        usual: { type: 'double' },
      },
    },
    shared: storedOnly,
    method: keyword,
    method_version: keyword,
    settings_hash: keyword,
    seen_by: keyword,
    host: keyword,
    last_seen: { type: 'date' },
    due_by: { type: 'date' },
    silent_since: { type: 'date' },
    mornings: { type: 'integer' },
    usual_per_day: { type: 'double' },
    silence: storedOnly,
    flagged: storedOnly,
    runs: storedOnly,
    today: storedOnly,
    usual_day: storedOnly,
    contribution: storedOnly,
    surprise_by_hour: storedOnly,
  },
};
