import type { Client } from '../client';
import { z } from 'zod';
import { BAD_REQUEST, METHOD_NOT_ALLOWED, NOT_FOUND } from '../../../common/http';
import type { MissingRights } from '../../app/basics';
import { namedPatterns } from './index_pattern';
import { patiently } from './patiently';
import { asResponseError } from './response_error';

/** What Elasticsearch answers if there is no such endpoint: security is off, or not installed. */
const NO_ENDPOINT = new Set([BAD_REQUEST, NOT_FOUND, METHOD_NOT_ALLOWED]);

const answerSchema = z.object({
  index: z.record(z.string(), z.record(z.string(), z.boolean())),
});

/**
 * Asks which privileges the user lacks on the indices of an expression, pattern by pattern.
 * Patterns of other clusters (`remote:logs-*`) are left out, since only those clusters can check
 * them.
 *
 * @param privileges index privileges, such as `read`
 * @returns the patterns on which something is missing; none if there is no security
 */
export async function fetchMissingRights(
  client: Client,
  expression: string,
  privileges: readonly string[],
  signal: AbortSignal,
): Promise<MissingRights[]> {
  const names = namedPatterns(expression).filter((pattern) => !pattern.includes(':'));
  if (names.length === 0) return [];
  const request = {
    method: 'POST',
    path: '/_security/user/_has_privileges',
    body: { index: [{ names, privileges }] },
  };
  try {
    const answer = await patiently(() => client.transport.request(request, { signal }), signal);
    const { index } = answerSchema.parse(answer);
    return Object.entries(index).flatMap(([pattern, has]) => {
      const missing = privileges.filter((privilege) => has[privilege] !== true);
      return missing.length === 0 ? [] : [{ pattern, privileges: missing }];
    });
  } catch (error) {
    if (NO_ENDPOINT.has(asResponseError(error)?.statusCode ?? 0)) return [];
    throw error;
  }
}
