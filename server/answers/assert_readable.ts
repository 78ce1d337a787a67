import { ApiError } from '../../common/api';
import type { Source } from '../../common/sources';
import { missingRightsInWords } from '../app/basics';
import type { Reader } from './reader';

/**
 * Checks the caller's rights before an empty answer is believed: a search over indices that the
 * caller may not read finds nothing and reports no error.
 *
 * @throws ApiError `forbidden_in_elasticsearch` that names the privilege and the pattern
 */
export async function assertReadable(
  reader: Reader,
  source: Source,
  signal: AbortSignal,
): Promise<void> {
  const missing = await reader.fetchMissingRights(source.index, ['read'], signal);
  if (missing.length === 0) return;
  const words = missing.map(missingRightsInWords).join('; ');
  throw new ApiError('forbidden_in_elasticsearch', `${source.id}: ${words}`, { missing });
}
