import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { Source } from '../../../common/sources';
import { unknownFor, type Answer, type IndexGroup } from '../../app/counting';
import { refusalReason, isPassingTrouble, patiently } from '../asking';
import { fieldsToAsk, groupIndices } from './group_indices';
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

/** Which indices did not say how they map their fields, in a phrase; undefined when all did. */
function silentIndices(answer: unknown): string | undefined {
  const { failed_indices: count = 0, failures } = failuresSchema.parse(answer);
  if (count === 0) return undefined;
  const [first] = failures ?? [];
  const cause = first?.failure.error.reason ?? first?.indices.join(', ') ?? 'no reason given';
  return `${count === 1 ? 'an index does' : `${count} indices do`} not answer (${cause})`;
}

/**
 * Asks Elasticsearch for the indices of a source and how they map its fields: one request.
 *
 * @returns the groups of indices that can be searched together, none where no index is there; or
 *   unknown, where not all of them answered or one cannot be used at all
 * @throws errors of the connection, and the abort
 */
export async function fetchIndexGroups(
  client: Client,
  source: Source,
  signal: AbortSignal,
): Promise<Answer<readonly IndexGroup[]>> {
  const request = {
    index: source.index,
    fields: fieldsToAsk(source),
    include_unmapped: true,
    ignore_unavailable: true,
    allow_no_indices: true,
  };
  try {
    const answer = await patiently(() => client.fieldCaps(request, { signal }), signal);
    const reason = silentIndices(answer);
    return reason === undefined ? groupIndices(source, answer) : unknownFor(reason, true);
  } catch (error) {
    const reason = refusalReason(error);
    if (reason === undefined) throw error;
    return unknownFor(reason, isPassingTrouble(error));
  }
}
