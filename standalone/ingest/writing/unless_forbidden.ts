import { FORBIDDEN } from '../../../common/http';
import { asResponseError } from '../../../server/elastic/asking';

/**
 * Sends a request that is useful but not necessary, and that a user who may only write logs may not
 * send.
 *
 * @returns the result of `send`, or `otherwise` if the user lacks the privilege
 * @throws every other error of `send`
 */
export async function unlessForbidden<T>(send: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (asResponseError(error)?.statusCode !== FORBIDDEN) throw error;
    return otherwise;
  }
}
