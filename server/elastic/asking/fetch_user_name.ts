import type { Client } from '../client';
import { z } from 'zod';
import { BAD_REQUEST, METHOD_NOT_ALLOWED, NOT_FOUND } from '../../../common/http';
import { patiently } from './patiently';
import { asResponseError } from './response_error';

/** What Elasticsearch answers if there is no such endpoint: security is off, or not installed. */
const NO_ENDPOINT: readonly (number | undefined)[] = [BAD_REQUEST, NOT_FOUND, METHOD_NOT_ALLOWED];

const answerSchema = z.object({ username: z.string() });

/**
 * The user that the client acts for.
 *
 * @returns null if not known, since there is no security
 * @throws the client's errors, such as a wrong password
 */
export async function fetchUserName(client: Client, signal: AbortSignal): Promise<string | null> {
  const request = { method: 'GET', path: '/_security/_authenticate' };
  try {
    const answer = await patiently(() => client.transport.request(request, { signal }), signal);
    return answerSchema.parse(answer).username;
  } catch (error) {
    if (!NO_ENDPOINT.includes(asResponseError(error)?.statusCode)) throw error;
    return null;
  }
}
