import type { estypes } from '@elastic/elasticsearch';
import { COUNTS_INDEX, countsMapping } from './counts_mapping';
import { FINDINGS_INDEX, findingsMapping } from './findings_mapping';
import { JOURNAL_INDEX, journalMapping } from './journal_mapping';
import { RUNS_INDEX, runsMapping } from './runs_mapping';
import { SERIES_INDEX, seriesMapping } from './series_mapping';

/**
 * Raise it when a mapping changes: templates of a lower version are replaced. What was indexed
 * before keeps its mapping, which loses nothing, since every mapping stores what it does not know.
 */
export const TEMPLATE_VERSION = 1;
/** Above what users put on all of their indices, which is commonly 0 to 200. */
const PRIORITY = 500;

/** An index of Logwave, and how its documents are mapped. */
export interface LogwaveIndex {
  readonly name: string;
  readonly mappings: estypes.MappingTypeMapping;
  readonly settings: estypes.IndicesIndexSettings;
}

/** One shard, which the journal relies on: to refresh it, one document is enough. */
const settings: estypes.IndicesIndexSettings = {
  number_of_shards: 1,
  auto_expand_replicas: '0-1',
};

/** Every index that Logwave keeps something in, besides the logs. */
export const logwaveIndices: readonly LogwaveIndex[] = [
  { name: COUNTS_INDEX, mappings: countsMapping, settings },
  { name: RUNS_INDEX, mappings: runsMapping, settings },
  { name: FINDINGS_INDEX, mappings: findingsMapping, settings },
  { name: SERIES_INDEX, mappings: seriesMapping, settings },
  { name: JOURNAL_INDEX, mappings: journalMapping, settings },
];

/** The template by which Elasticsearch makes the index at the first write; both have one name. */
export function getIndexTemplate({
  name,
  mappings,
  settings: indexSettings,
}: LogwaveIndex): estypes.IndicesPutIndexTemplateRequest {
  return {
    name,
    index_patterns: [name],
    priority: PRIORITY,
    version: TEMPLATE_VERSION,
    _meta: { description: 'Kept by Logwave' },
    template: { mappings, settings: indexSettings },
  };
}
