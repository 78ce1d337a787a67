import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { Source } from '../../../common/sources';
import { unknownFor, type Answer, type IndexGroup } from '../../app/counting';
import { orUnknown, patiently, searchWhole } from '../asking';
import { fieldsToAsk, groupIndices, nestedFields, type FieldCapabilities } from './group_indices';

const failuresSchema = z.object({
  failed_indices: z.number().optional(),
  failures: z
    .array(
      z.object({
        indices: z.array(z.string()),
        failure: z.object({ error: z.object({ reason: z.string().nullish() }) }),
      }),
    )
    .optional(),
});

/** Which indices did not say how they map their fields, in a phrase; undefined if all did. */
function silentIndices(answer: unknown): string | undefined {
  const { failed_indices: count = 0, failures } = failuresSchema.parse(answer);
  if (count === 0) return undefined;
  const [first] = failures ?? [];
  const cause = first?.failure.error.reason ?? first?.indices.join(', ') ?? 'no reason given';
  return `${count === 1 ? 'an index does' : `${count} indices do`} not answer (${cause})`;
}

/**
 * The fields within nested ones that whole documents have as well. Only the documents show that,
 * since a nested field may be mapped with include_in_root.
 */
async function fetchFieldsAtRoot(
  client: Client,
  source: Source,
  capabilities: FieldCapabilities,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const nested = nestedFields(source, capabilities);
  if (nested.length === 0) return new Set();
  const filters = Object.fromEntries(nested.map((field) => [field, { exists: { field } }]));
  const query = { index: source.index, size: 0, track_total_hits: false };
  const aggs = { at_root: { filters: { filters } } };
  const { at_root: found } = await searchWhole<{
    at_root: { buckets: Record<string, { doc_count: number }> };
  }>(client, { ...query, aggs }, signal);
  return new Set(nested.filter((field) => (found.buckets[field]?.doc_count ?? 0) > 0));
}

/** The indices of a source, by name and in groups. */
export interface IndexShape {
  readonly indices: readonly string[];
  readonly groups: readonly IndexGroup[];
}

/** The same as `fetchIndexGroups`, with the names of all indices. */
export async function fetchIndexShape(
  client: Client,
  source: Source,
  signal: AbortSignal,
): Promise<Answer<IndexShape>> {
  const request = {
    index: source.index,
    fields: fieldsToAsk(source),
    include_unmapped: true,
    ignore_unavailable: true,
    allow_no_indices: true,
  };
  const asked = await orUnknown(() =>
    patiently(() => client.fieldCaps(request, { signal }), signal),
  );
  if (asked.state === 'unknown') return asked;
  const reason = silentIndices(asked.value);
  if (reason !== undefined) return unknownFor(reason, true);
  const atRoot = await orUnknown(() => fetchFieldsAtRoot(client, source, asked.value, signal));
  if (atRoot.state === 'unknown') return atRoot;
  const groups = groupIndices(source, asked.value, atRoot.value);
  if (groups.state === 'unknown') return groups;
  const indices = [asked.value.indices].flat();
  return { state: 'known', value: { indices, groups: groups.value } };
}

/**
 * Fetches the indices of a source and how they map its fields: one request, and another if a field
 * is inside a nested one.
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
  return shape.state === 'unknown' ? shape : { state: 'known', value: shape.value.groups };
}
