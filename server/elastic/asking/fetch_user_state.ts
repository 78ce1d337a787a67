import type { Client } from '../client';
import { z } from 'zod';
import { NOT_FOUND } from '../../../common/http';
import { patiently } from './patiently';
import { asResponseError } from './response_error';

/** There is no such endpoint: security is off, or not installed. */
const NO_ENDPOINT = new Set([400, NOT_FOUND, 405]);
/** The privilege that reading users needs. */
const READ_USERS = 'read_security';

const privilegesSchema = z.object({ cluster: z.record(z.string(), z.boolean()) });

/** The state of a user in Elasticsearch; `missing` if it stores no user of that name itself. */
export type UserState = 'enabled' | 'disabled' | 'missing' | 'not_told';

/** Checked first, since each refusal would be an access denied in the audit log of the cluster. */
async function mayReadUsers(client: Client, signal: AbortSignal): Promise<boolean> {
  const request = {
    method: 'POST',
    path: '/_security/user/_has_privileges',
    body: { cluster: [READ_USERS] },
  };
  try {
    const answer = await patiently(() => client.transport.request(request, { signal }), signal);
    return privilegesSchema.parse(answer).cluster[READ_USERS] === true;
  } catch (error) {
    if (NO_ENDPOINT.has(asResponseError(error)?.statusCode ?? 0)) return false;
    throw error;
  }
}

/**
 * Asks whether a user is enabled. It needs the cluster privilege `read_security`.
 *
 * @throws the client's errors
 */
export async function fetchUserState(
  client: Client,
  username: string,
  signal: AbortSignal,
): Promise<UserState> {
  if (!(await mayReadUsers(client, signal))) return 'not_told';
  const options = { signal, ignore: [NOT_FOUND] };
  const users = await patiently(() => client.security.getUser({ username }, options), signal);
  const user = Object.values(users).find((one) => one.username === username);
  if (user === undefined) return 'missing';
  return user.enabled ? 'enabled' : 'disabled';
}
