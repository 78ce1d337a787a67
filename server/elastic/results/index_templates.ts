import type { estypes } from '@elastic/elasticsearch';
import { COUNTS_INDEX, countsMapping } from '../counting';
import { FINDINGS_INDEX, findingsMapping } from './findings_mapping';
import { JOURNAL_INDEX, journalMapping } from './journal_mapping';
import { MARKS_INDEX, marksMapping } from './marks_mapping';
import { ownSettings, type OwnIndex } from './own_index';
import { RUNS_INDEX, runsMapping } from './runs_mapping';
import { SERIES_INDEX, seriesMapping } from './series/series_mapping';

/**
 * Raise it when a mapping changes. Templates of a lower version are replaced. Existing indices keep
 * their mapping, which loses nothing, since every mapping stores fields that it does not know.
 */
export const TEMPLATE_VERSION = 4;
/**
 * Of all templates that match a name, only the one of the highest priority applies. Those that
 * users put on all of their indices have 0 to 1,000. Ours name single indices, so they affect no
 * other.
 */
const PRIORITY = 1_000_000;

/** Every index in which Logwave stores something, other than the logs. */
export const logwaveIndices: readonly OwnIndex[] = [
  { name: COUNTS_INDEX, mappings: countsMapping },
  { name: RUNS_INDEX, mappings: runsMapping },
  { name: FINDINGS_INDEX, mappings: findingsMapping },
  { name: SERIES_INDEX, mappings: seriesMapping },
  { name: JOURNAL_INDEX, mappings: journalMapping },
  { name: MARKS_INDEX, mappings: marksMapping },
];

/**
 * The template that keeps those of others off one of our names. The index itself is made by name.
 * If it is deleted during a run, the template makes it right again.
 */
export function getIndexTemplate({
  name,
  mappings,
}: OwnIndex): estypes.IndicesPutIndexTemplateRequest {
  return {
    name,
    index_patterns: [name],
    priority: PRIORITY,
    version: TEMPLATE_VERSION,
    _meta: { description: 'Kept by Logwave' },
    template: { mappings, settings: ownSettings },
  };
}
