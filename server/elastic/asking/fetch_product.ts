import type { Client } from '../client';
import { z } from 'zod';
import { asResponseError } from './response_error';

/** In the greeting of every version, also of one that claims to be an old Elasticsearch. */
const OPENSEARCH = /opensearch/i;

const answerSchema = z.object({
  version: z.object({ number: z.string() }),
  tagline: z.string().catch(''),
});

/** What runs the cluster. */
export interface Product {
  readonly name: 'Elasticsearch' | 'OpenSearch';
  readonly version: string;
}

/**
 * Which product the cluster is, and its version; null if it does not say, like the embedded one, which
 * has no such page, or if the user may not ask.
 *
 * @throws errors of the connection
 */
export async function fetchProduct(client: Client, signal: AbortSignal): Promise<Product | null> {
  try {
    const answer = await client.transport.request({ method: 'GET', path: '/' }, { signal });
    const { data } = answerSchema.safeParse(answer);
    if (data === undefined) return null;
    const name = OPENSEARCH.test(data.tagline) ? 'OpenSearch' : 'Elasticsearch';
    return { name, version: data.version.number };
  } catch (error) {
    if (asResponseError(error) === undefined) throw error;
    return null;
  }
}
