import type { Client } from '../../../server/elastic/client';
import { z } from 'zod';
import { UserError } from '../basics/user_error';
import type { QueryRequest } from './get_query_request';

const shardsSchema = z.object({
  _shards: z.object({
    total: z.number(),
    failed: z.number(),
    failures: z.array(z.object({ reason: z.object({ reason: z.string() }) })).optional(),
  }),
});

/** Elasticsearch's answer, and what the user should know about it. */
export interface QueryAnswer {
  readonly answer: unknown;
  /** A sentence, if the answer says less than it seems to. */
  readonly note: string | undefined;
}

function noteOn(answer: unknown): string | undefined {
  const shards = shardsSchema.safeParse(answer).data?._shards;
  if (shards === undefined) return undefined;
  if (shards.failed > 0) {
    const cause = shards.failures?.[0]?.reason.reason ?? 'no reason given';
    throw new UserError(`${shards.failed} of ${shards.total} shards failed (${cause})`);
  }
  return shards.total > 0
    ? undefined
    : 'No index was searched: there is no index of that name that you can read.';
}

/**
 * Sends the request.
 *
 * @throws UserError if shards failed, and the errors of the client
 */
export async function sendQuery(
  client: Client,
  { method, path, querystring, body }: QueryRequest,
  signal: AbortSignal,
): Promise<QueryAnswer> {
  const request = { method, path, querystring, ...(body === undefined ? {} : { body }) };
  const answer: unknown = await client.transport.request(request, { signal });
  return { answer, note: noteOn(answer) };
}
