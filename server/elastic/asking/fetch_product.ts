import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { asResponseError } from './response_error';

const answerSchema = z.object({ version: z.object({ number: z.string() }) });

/**
 * The version of Elasticsearch; null if it does not say, like the embedded one, which has no such
 * page, or if the user may not ask.
 *
 * @throws errors of the connection
 */
export async function fetchVersion(client: Client, signal: AbortSignal): Promise<string | null> {
  try {
    const answer = await client.transport.request({ method: 'GET', path: '/' }, { signal });
    return answerSchema.safeParse(answer).data?.version.number ?? null;
  } catch (error) {
    if (asResponseError(error) === undefined) throw error;
    return null;
  }
}
