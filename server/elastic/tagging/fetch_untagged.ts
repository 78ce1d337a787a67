import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { TAGS_FIELD } from '../../../common/sources';
import type { Source } from '../../../common/sources';
import type { Answer, IndexGroup } from '../../app/counting';
import type { SourceHours } from '../../app/tagging';
import { fieldUse, capabilityIn, twinOf } from '../counting';
import { splitSeries } from './get_flagged_query';
import {
  type CountedPart,
  flaggedPart,
  getSharedQuery,
  getUntaggedQuery,
  MAX_INDICES,
  type TagsFields,
  type UntaggedAggregations,
} from './get_untagged_query';
import { patiently, IncompleteAnswer, orUnknown, searchWhole } from '../asking';

/**
 * Kinds of fields in which a whole tag can be searched for. Searching for one in a date field
 * fails.
 */
const WHOLE_WORDS = new Set(['keyword', 'version']);

/** How many documents of flagged hours an index has, and how many of them lack their tag. */
export interface UntaggedDocuments {
  readonly documents: number;
  /** Null if the index cannot search for whole tags. */
  readonly untagged: number | null;
}

/** The documents of the flagged hours of a source. */
export interface CountedHours {
  /** By index, without the documents that earlier sources have counted. */
  readonly byIndex: ReadonlyMap<string, UntaggedDocuments>;
  readonly parts: readonly CountedPart[];
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

async function countByIndex(
  client: Client,
  request: estypes.SearchRequest,
  signal: AbortSignal,
): Promise<UntaggedAggregations['indices']['buckets']> {
  const { indices } = await searchWhole<UntaggedAggregations>(client, request, signal);
  if (indices.sum_other_doc_count === 0) return indices.buckets;
  throw new IncompleteAnswer(`more than ${MAX_INDICES} indices have documents to tag`);
}

/**
 * Counts the documents of flagged hours, and those that lack their tag, in each index. It is exact
 * as far as the index has been refreshed, and much cheaper than reading them. One more search finds
 * the documents that earlier sources have counted in the same indices.
 *
 * @param earlier what was counted for other sources
 * @returns unknown if Elasticsearch refused
 * @throws errors of the connection, a wrong password, and the abort
 */
export async function fetchUntagged(
  client: Client,
  flagged: SourceHours,
  groups: Answer<readonly IndexGroup[]>,
  earlier: readonly CountedPart[],
  signal: AbortSignal,
): Promise<Answer<CountedHours>> {
  if (groups.state === 'unknown') return groups;
  const usable = groups.value.filter(({ unusable }) => unusable === null);
  return orUnknown(async () => {
    const byIndex = new Map<string, UntaggedDocuments>();
    const parts: CountedPart[] = [];
    const tagsFields = await fetchTagsFields(client, flagged.source, signal);
    const add = (buckets: UntaggedAggregations['indices']['buckets'], sign: 1 | -1): void => {
      for (const { key, doc_count: count, untagged } of buckets) {
        const before = byIndex.get(key);
        const lacking = (before?.untagged ?? 0) + sign * untagged.doc_count;
        byIndex.set(key, {
          documents: (before?.documents ?? 0) + sign * count,
          untagged: tagsFields.unusable.has(key) ? null : lacking,
        });
      }
    };
    for (const series of splitSeries(flagged)) {
      for (const { index, fields } of usable) {
        const part = flaggedPart(series, fields, tagsFields);
        const found = await countByIndex(client, { index, ...getUntaggedQuery(part) }, signal);
        const indices = found.map(({ key }) => key);
        add(found, 1);
        parts.push({ ...part, indices });
        const shared = earlier.filter((one) => one.indices.some((name) => indices.includes(name)));
        if (shared.length === 0) continue;
        add(await countByIndex(client, { index, ...getSharedQuery(part, shared) }, signal), -1);
      }
    }
    return { byIndex, parts };
  });
}
