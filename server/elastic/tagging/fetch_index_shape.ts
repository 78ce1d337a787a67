import type { Client } from '../client';
import type { Refused } from '../../app/tagging';
import { refusalReason, refusalType, isPassingTrouble, patiently } from '../asking';
import { countFields } from './count_fields';
import { indexShapeSchema, SHAPE_PATHS, type IndexShape } from './index_shape';

const REMOTE = 'it is in another cluster, where nothing can be tagged';
const FORBIDDEN =
  'the privilege "view_index_metadata" is missing, without which it is not known whether an update would lose data';

/** Facts about an index; `gone`: the index no longer exists. */
export type Learned<T> =
  { readonly state: 'known'; readonly value: T } | { readonly state: 'gone' } | Refused;

function refused(reason: string): Refused {
  return { state: 'refused', reason, whole_index: true };
}

function unread(reason: string): Refused {
  return refused(
    `its mapping could not be read (${reason}), and an update might lose data of it that is not kept`,
  );
}

/** While the trouble lasts, nothing in the index is tagged. Tagging again may tag more. */
function unreadForNow(reason: string): Refused {
  const words = `its mapping could not be read for now (${reason}): try again to continue`;
  return { ...refused(words), is_passing: true };
}

/** The error for one index; rethrows errors that concern more than that. */
function outcomeOf(error: unknown): { readonly state: 'gone' } | Refused {
  const type = refusalType(error);
  if (type === 'index_not_found_exception') return { state: 'gone' };
  const reason = refusalReason(error);
  if (reason === undefined) throw error;
  if (isPassingTrouble(error)) return unreadForNow(reason);
  return type === 'security_exception' ? refused(FORBIDDEN) : unread(reason);
}

/**
 * What the answer holds under a name. A name may have become an alias since documents were listed by it:
 * lifecycle management gives that of an index to the one that replaces it.
 */
function definitionIn(answer: object, name: string): unknown {
  const all = Object.entries(answer);
  const [only] = all.length === 1 ? all : all.filter(([index]) => index === name);
  return only?.[1];
}

/** Fetches parts of an index's definition. The answer is returned unchanged. */
async function fetchIndex(
  client: Client,
  index: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<Learned<unknown>> {
  if (index.includes(':')) return refused(REMOTE);
  const request = { index, flat_settings: true, filter_path: [...paths] };
  try {
    const send = () => client.indices.get(request, { signal });
    const answer = await patiently(send, signal, isPassingTrouble);
    const value = definitionIn(answer, index);
    return value === undefined ? unread('the answer lacks it') : { state: 'known', value };
  } catch (error) {
    return outcomeOf(error);
  }
}

/**
 * The parts of an index that decide whether its documents can be tagged: one small request.
 *
 * @param index a concrete index, or an alias of one
 * @returns refused if it cannot be read: the effect of an update is then unknown; for trouble that
 * may pass, the request was retried for some seconds before
 * @throws errors of the connection, a wrong password, and the abort
 */
export async function fetchIndexShape(
  client: Client,
  index: string,
  signal: AbortSignal,
): Promise<Learned<IndexShape>> {
  const fetched = await fetchIndex(client, index, SHAPE_PATHS, signal);
  if (fetched.state !== 'known') return fetched;
  const parsed = indexShapeSchema.safeParse(fetched.value);
  if (parsed.success) return { state: 'known', value: parsed.data };
  return unread(
    parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
  );
}

/**
 * How many fields the mapping of an index has: one request that brings all of them.
 *
 * @throws as `fetchIndexShape`
 */
export async function fetchFieldCount(
  client: Client,
  index: string,
  signal: AbortSignal,
): Promise<Learned<number>> {
  const paths = ['*.mappings.properties', '*.mappings.runtime', '*.settings'];
  const fetched = await fetchIndex(client, index, paths, signal);
  if (fetched.state !== 'known') return fetched;
  const { value } = fetched;
  const mappings: unknown =
    typeof value === 'object' && value !== null && 'mappings' in value ? value.mappings : {};
  return { state: 'known', value: countFields(mappings) };
}
