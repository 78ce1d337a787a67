import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import type { Source } from '../../../common/sources';
import { allOver } from '../../app/basics';
import type { Answer, IndexGroup } from '../../app/counting';
import { orUnknown, searchFound } from '../asking';
import {
  fetchCapabilities,
  type FieldCapabilities,
  fetchStillRead,
  stillReadWords,
} from '../indices';
import { fieldsToAsk, groupIndices, nestedFields } from './group_indices';

/**
 * The fields within nested ones that whole documents have as well. Only the documents show that,
 * since a nested field may be mapped with include_in_root. Those of indices in which it is not within a
 * nested one show nothing.
 */
async function fetchFieldsAtRoot(
  client: Client,
  source: Source,
  capabilities: FieldCapabilities,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const nested = nestedFields(source, capabilities);
  if (nested.size === 0) return new Set();
  const all = [capabilities.indices].flat().length;
  const filters = Object.fromEntries(
    [...nested].map(([field, indices]): [string, estypes.QueryDslQueryContainer] => {
      const has = { exists: { field } };
      if (indices.length === all) return [field, has];
      return [field, { bool: { filter: [has, { terms: { _index: [...indices] } }] } }];
    }),
  );
  const query = { index: source.index, size: 0, track_total_hits: false };
  const aggs = { at_root: { filters: { filters } } };
  const { at_root: found } = await searchFound<{
    at_root: { buckets: Record<string, { doc_count: number }> };
  }>(client, { ...query, aggs }, signal);
  return new Set([...nested.keys()].filter((field) => (found.buckets[field]?.doc_count ?? 0) > 0));
}

/** The indices of a source, by name and in groups. */
export interface IndexShape {
  readonly indices: readonly string[];
  readonly groups: readonly IndexGroup[];
}

const NO_GROUP: Answer<readonly IndexGroup[]> = { state: 'known', value: [] };

async function groupsOf(
  client: Client,
  source: Source,
  capabilities: FieldCapabilities,
  signal: AbortSignal,
): Promise<Answer<readonly IndexGroup[]>> {
  const atRoot = await orUnknown(() => fetchFieldsAtRoot(client, source, capabilities, signal));
  return atRoot.state === 'unknown' ? atRoot : groupIndices(source, capabilities, atRoot.value);
}

/** The same as `fetchIndexGroups`, with the names of all indices and without notes. */
export async function fetchIndexShape(
  client: Client,
  source: Source,
  signal: AbortSignal,
): Promise<Answer<IndexShape>> {
  const asked = await fetchCapabilities(client, source.index, fieldsToAsk(source), signal);
  if (asked.state === 'unknown') return asked;
  const groups = await groupsOf(client, source, asked.value, signal);
  if (groups.state === 'unknown') return groups;
  const indices = [asked.value.indices].flat();
  const [only, ...others] = groups.value;
  // Several groups are searched by the names of their indices.
  const isOne = only !== undefined && others.length === 0;
  const named = isOne ? [{ ...only, names: indices }] : groups.value;
  return { state: 'known', value: { indices, groups: named } };
}

/**
 * The same as `fetchIndexGroups` if the source were counted by other fields, each of them alone: one
 * request for all of them.
 *
 * @returns an answer for each field
 */
export async function fetchGroupsByField(
  client: Client,
  source: Source,
  fields: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Answer<readonly IndexGroup[]>>> {
  const sources = fields.map((field): Source => ({ ...source, subtype_fields: [field] }));
  const toAsk = [...new Set(sources.flatMap(fieldsToAsk))];
  const asked = await fetchCapabilities(client, source.index, toAsk, signal);
  const groups = await allOver(
    sources.map(async (one) =>
      asked.state === 'unknown' ? asked : groupsOf(client, one, asked.value, signal),
    ),
  );
  return new Map(fields.map((field, place) => [field, groups[place] ?? NO_GROUP]));
}

/**
 * Fetches the indices of a source and how they map its fields: one request, and another if a field
 * is inside a nested one, or if its expression leaves something out by a name.
 *
 * @returns the groups of indices that can be searched together, none if there is no index; or
 * unknown, if not all of them answered or one cannot be used at all
 * @throws errors of the connection, and the abort
 */
export async function fetchIndexGroups(
  client: Client,
  source: Source,
  signal: AbortSignal,
): Promise<Answer<readonly IndexGroup[]>> {
  const shape = await fetchIndexShape(client, source, signal);
  if (shape.state === 'unknown') return shape;
  const { indices, groups } = shape.value;
  const left = await fetchStillRead(client, source.index, indices, signal);
  const notes = left.map(stillReadWords);
  const noted = notes.length === 0 ? groups : groups.map((group) => ({ ...group, notes }));
  return { state: 'known', value: noted };
}
