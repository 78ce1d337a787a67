import type { Client } from '@elastic/elasticsearch';
import type { Source } from '../../common/sources/source';
import type { Answer, IndexGroup } from '../app/counting_ports';
import type { SourceHours } from '../app/tagging_ports';
import { fieldUse, capabilityIn, twinOf } from './field_use';
import { splitSeries } from './get_flagged_query';
import { getUntaggedQuery, type UntaggedAggregations } from './get_untagged_query';
import { patiently } from './patiently';
import { IncompleteAnswer, orUnknown, searchWhole } from './search_whole';
import { TAGS_FIELD } from './tags_in_source';

/** How many documents of flagged hours there are, and how many of them lack their tag. */
export interface UntaggedDocuments {
  readonly documents: number;
  readonly untagged: number;
}

/**
 * The field by which whole tags are found in all indices of a source.
 *
 * @returns undefined where they map it in several ways, or in one that knows no whole tags
 */
async function fetchTagsField(
  client: Client,
  source: Source,
  signal: AbortSignal,
): Promise<string | undefined> {
  const request = {
    index: source.index,
    fields: [TAGS_FIELD, twinOf(TAGS_FIELD)],
    include_unmapped: true,
    ignore_unavailable: true,
    allow_no_indices: true,
  };
  const { indices, fields } = await patiently(() => client.fieldCaps(request, { signal }), signal);
  const names = new Set<string | undefined>();
  for (const index of [indices].flat()) {
    const own = capabilityIn(index, fields[TAGS_FIELD]);
    const twin = capabilityIn(index, fields[twinOf(TAGS_FIELD)]);
    const use = fieldUse(TAGS_FIELD, 'filter', own, twin);
    if (use.state !== 'unmapped') names.add(use.state === 'usable' ? use.name : undefined);
  }
  // Where no index maps it, no document has a tag, by whatever name.
  if (names.size === 0) return TAGS_FIELD;
  return names.size === 1 ? [...names][0] : undefined;
}

/**
 * Counts the documents of flagged hours that lack their tag, by the index: exact as far as it has
 * been refreshed, and much cheaper than reading them.
 *
 * @returns unknown where tags cannot be told apart by the index, or Elasticsearch refused
 * @throws errors of the connection, a wrong password, and the abort
 */
export async function fetchUntagged(
  client: Client,
  flagged: SourceHours,
  groups: Answer<readonly IndexGroup[]>,
  signal: AbortSignal,
): Promise<Answer<UntaggedDocuments>> {
  if (groups.state === 'unknown') return groups;
  const usable = groups.value.filter(({ unusable }) => unusable === null);
  return orUnknown(async () => {
    let [documents, untagged] = [0, 0];
    const tagsField = await fetchTagsField(client, flagged.source, signal);
    if (tagsField === undefined) throw new IncompleteAnswer('"tags" is not mapped as keyword');
    for (const part of splitSeries(flagged)) {
      for (const { index, fields } of usable) {
        const query = { index, ...getUntaggedQuery(part, fields, tagsField) };
        const answer = await searchWhole<UntaggedAggregations>(client, query, signal);
        documents += answer.documents.doc_count;
        untagged += answer.documents.untagged.doc_count;
      }
    }
    return { documents, untagged };
  });
}
