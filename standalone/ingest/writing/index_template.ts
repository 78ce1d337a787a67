import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../../../server/elastic/client';
import { matchesPattern } from '../../../common/sources';
import { LOG_INDICES } from '../documents/index_name';
import { unlessForbidden } from './unless_forbidden';

/** The name of the template, and of the old one that came with Logstash. */
export const TEMPLATE_NAME = 'logstash';
/** The settings of an index for the documents of a log. */
const TYPICAL_INDEX = 'logstash-2015.04.01';
/**
 * Lucene accepts terms of up to 32,766 bytes. A quarter of that in UTF-8 characters always fits.
 */
const IGNORE_ABOVE = 8191;

/**
 * The mapping of log documents: text only for `message`, all other strings as they are, numbers as
 * numbers.
 */
export function getIndexTemplate(): estypes.IndicesPutIndexTemplateRequest {
  const keyword: estypes.MappingProperty = { type: 'keyword', ignore_above: IGNORE_ABOVE };
  const keywords = [
    '@version',
    'host',
    'type',
    'path',
    'tags',
    'program',
    'pid',
    'syslog_severity',
    'syslog_facility',
    'event_type',
    'src_ip',
    'dest_ip',
  ];
  const numbers = ['syslog_severity_code', 'syslog_facility_code', 'rule_number', 'rule_level'];
  return {
    name: TEMPLATE_NAME,
    index_patterns: [LOG_INDICES],
    template: {
      settings: { number_of_shards: 1, auto_expand_replicas: '0-1' },
      mappings: {
        dynamic_templates: [{ strings: { match_mapping_type: 'string', mapping: keyword } }],
        properties: {
          '@timestamp': { type: 'date' },
          message: { type: 'text', norms: false },
          ...Object.fromEntries(keywords.map((field) => [field, keyword])),
          ...Object.fromEntries(numbers.map((field) => [field, { type: 'long' as const }])),
          alert: {
            properties: { signature_id: { type: 'long' }, signature: keyword },
          },
        },
      },
    },
  };
}

/** Whether an index pattern (`*` stands for any characters) covers the indices of logs. */
export function coversLogs(pattern: string): boolean {
  return matchesPattern(TYPICAL_INDEX, pattern);
}

/** The result for the template: put now, already there, or not ours to put. */
export type TemplateOutcome = 'put' | 'there' | 'forbidden';

async function putWhereMissing(client: Client, signal: AbortSignal): Promise<TemplateOutcome> {
  const { index_templates: composable } = await client.indices.getIndexTemplate({}, { signal });
  const legacy = await client.indices.getTemplate({}, { signal });
  const names = [...composable.map(({ name }) => name), ...Object.keys(legacy)];
  const patterns = [
    ...composable.flatMap(({ index_template: template }) => template.index_patterns),
    ...Object.values(legacy).flatMap((template) => template.index_patterns),
  ];
  if (names.includes(TEMPLATE_NAME) || patterns.some(coversLogs)) return 'there';
  await client.indices.putIndexTemplate(getIndexTemplate(), { signal });
  return 'put';
}

/**
 * Installs the template, unless the cluster has one of its name or one for the same indices: what
 * users have set up stays as it is.
 *
 * @returns 'forbidden' if the user may not see or put templates: documents can still be written,
 * and the cluster's default mapping applies
 */
export async function putIndexTemplate(
  client: Client,
  signal: AbortSignal,
): Promise<TemplateOutcome> {
  return unlessForbidden(() => putWhereMissing(client, signal), 'forbidden');
}
