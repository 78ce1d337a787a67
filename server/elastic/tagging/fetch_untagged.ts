import type { Client } from '@elastic/elasticsearch';
import { TAGS_FIELD } from '../../../common/sources';
import type { Source } from '../../../common/sources';
import type { Answer, IndexGroup } from '../../app/counting';
import type { SourceHours } from '../../app/tagging';
import { fieldUse, capabilityIn, twinOf } from '../counting';
import { splitSeries } from './get_flagged_query';
import {
  getUntaggedQuery,
  MAX_INDICES,
  type TagsFields,
  type UntaggedAggregations,
} from './get_untagged_query';
import { patiently, IncompleteAnswer, orUnknown, searchWhole } from '../asking';

/** Kinds of fields in which a whole tag can be searched for; a search for one in a date fails. */
const WHOLE_WORDS = new Set(['keyword', 'version']);

/** How many documents of flagged hours an index has, and how many of them lack their tag. */
export interface UntaggedDocuments {
  readonly documents: number;
  /** Null where the index cannot tell whole tags apart. */
  readonly untagged: number | null;
}

async function fetchTagsFields(
  client: Client,
  source: Source,
  signal: AbortSignal,
): Promise<TagsFields> {
  const request = {
    index: source.index,
    fields: [TAGS_FIELD, twinOf(TAGS_FIELD)],
    include_unmapped: true,
    ignore_unavailable: true,
    allow_no_indices: true,
  };
  const { indices, fields } = await patiently(() => client.fieldCaps(request, { signal }), signal);
  const byField = new Map<string, string[]>();
  const unusable = new Set<string>();
  for (const index of [indices].flat()) {
    const own = capabilityIn(index, fields[TAGS_FIELD]);
    const twin = capabilityIn(index, fields[twinOf(TAGS_FIELD)]);
    const use = fieldUse(TAGS_FIELD, 'filter', own, twin);
    if (use.state === 'unmapped') continue;
    if (use.state === 'unusable' || !WHOLE_WORDS.has(use.kind)) {
      unusable.add(index);
      continue;
    }
    const others = byField.get(use.name);
    if (others === undefined) byField.set(use.name, [index]);
    else others.push(index);
  }
  return { indices: byField, unusable };
}

/**
 * Counts the documents of flagged hours, and those that lack their tag, in each index: exact as far
 * as it has been refreshed, and much cheaper than reading them.
 *
 * @returns the indices that have such documents; unknown where Elasticsearch refused
 * @throws errors of the connection, a wrong password, and the abort
 */
export async function fetchUntagged(
  client: Client,
  flagged: SourceHours,
  groups: Answer<readonly IndexGroup[]>,
  signal: AbortSignal,
): Promise<Answer<ReadonlyMap<string, UntaggedDocuments>>> {
  if (groups.state === 'unknown') return groups;
  const usable = groups.value.filter(({ unusable }) => unusable === null);
  return orUnknown(async () => {
    const found = new Map<string, UntaggedDocuments>();
    const tagsFields = await fetchTagsFields(client, flagged.source, signal);
    for (const part of splitSeries(flagged)) {
      for (const { index, fields } of usable) {
        const query = { index, ...getUntaggedQuery(part, fields, tagsFields) };
        const { indices } = await searchWhole<UntaggedAggregations>(client, query, signal);
        if (indices.sum_other_doc_count > 0) {
          throw new IncompleteAnswer(`more than ${MAX_INDICES} indices have documents to tag`);
        }
        for (const { key, doc_count: count, untagged } of indices.buckets) {
          const { documents = 0, untagged: before = 0 } = found.get(key) ?? {};
          const lacking = tagsFields.unusable.has(key) ? null : (before ?? 0) + untagged.doc_count;
          found.set(key, { documents: documents + count, untagged: lacking });
        }
      }
    }
    return found;
  });
}
