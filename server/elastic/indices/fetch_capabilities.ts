import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import { unknownFor, type Answer } from '../../app/counting';
import { clusterOf, isOfOtherClusters, orUnknown, patiently } from '../asking';
import type { Client } from '../client';

/** The part of a field capabilities answer that is read here. */
export type FieldCapabilities = Pick<estypes.FieldCapsResponse, 'indices' | 'fields'>;

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
 * Why indices are not those that an expression names, in a phrase; undefined if they may be. Where no
 * other cluster has a name like `eu-*`, Elasticsearch takes an expression of nothing else
 * (`eu-*:logs-*`) for one that is empty, and reads all indices of its own.
 */
function strangersWords(expression: string, indices: readonly string[]): string | undefined {
  if (!isOfOtherClusters(expression) || !indices.some((name) => clusterOf(name) === ''))
    return undefined;
  return `no other cluster is registered that "${expression}" names`;
}

/**
 * How indices map fields: one request. Unknown if not all of them answered, or if the expression
 * names other clusters and there is none.
 *
 * @throws errors of the connection, and the abort
 */
export async function fetchCapabilities(
  client: Client,
  index: string,
  fields: string[],
  signal: AbortSignal,
): Promise<Answer<FieldCapabilities>> {
  const lenience = { include_unmapped: true, ignore_unavailable: true, allow_no_indices: true };
  const request = { index, fields, ...lenience };
  const asked = await orUnknown(() =>
    patiently(() => client.fieldCaps(request, { signal }), signal),
  );
  if (asked.state === 'unknown') return asked;
  const reason = silentIndices(asked.value);
  if (reason !== undefined) return unknownFor(reason, true);
  const strangers = strangersWords(index, [asked.value.indices].flat());
  return strangers === undefined ? asked : unknownFor(strangers, false);
}
