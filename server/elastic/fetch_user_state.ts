import type { Client } from '@elastic/elasticsearch';
import { patiently } from './patiently';
import { asResponseError } from './response_error';

const NOT_FOUND = 404;
/** The caller may not read users, or there is no security. */
const NOT_TOLD = new Set([400, 401, 403, 405]);

/** What Elasticsearch knows of a user; `missing` where it keeps none of that name itself. */
export type UserState = 'enabled' | 'disabled' | 'missing' | 'not_told';

/**
 * Asks whether a user is enabled. Only callers with the cluster privilege `read_security` are told.
 *
 * @throws the client's errors, but those that refuse
 */
export async function fetchUserState(
  client: Client,
  username: string,
  signal: AbortSignal,
): Promise<UserState> {
  try {
    const options = { signal, ignore: [NOT_FOUND] };
    const users = await patiently(() => client.security.getUser({ username }, options), signal);
    const user = Object.values(users).find((one) => one.username === username);
    if (user === undefined) return 'missing';
    return user.enabled ? 'enabled' : 'disabled';
  } catch (error) {
    if (NOT_TOLD.has(asResponseError(error)?.statusCode ?? 0)) return 'not_told';
    throw error;
  }
}
