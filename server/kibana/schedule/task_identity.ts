import { UNAUTHORIZED } from '../../../common/http';
import { checkedClient, asResponseError } from '../../elastic/asking';
import type { ClusterClient, ScopedClusterClient } from '../contracts';
import { requestWithKey } from '../credentials';
import type { KeyStore } from './key_store';
import { keyPhase } from './key_span';
import type { ScheduleRecord } from './schedule_record';

/** The user whose rights the task has, or why it cannot work, in a sentence. */
export type TaskIdentity =
  | { readonly state: 'ready'; readonly client: ScopedClusterClient['asCurrentUser'] }
  | { readonly state: 'refused'; readonly reason: string };

export interface IdentityPorts {
  readonly cluster: ClusterClient;
  readonly keys: KeyStore;
  /** Whether logging in is required at all. */
  readonly hasSecurity: boolean;
  readonly now: () => Date;
}

const AGAIN = 'turn the schedule off and on again';

/** The sentence if Elasticsearch no longer knows the key. */
export const KEY_REVOKED = `Elasticsearch does not accept the key of the schedule, it was revoked: ${AGAIN}.`;

/** The sentence if the key has expired. */
export const KEY_EXPIRED = `The key of the schedule has expired: renew it in the settings, or ${AGAIN}.`;

/** The sentence if security was turned on after the schedule. */
export const NO_KEY_GRANTED = `The schedule was turned on without security: ${AGAIN}.`;

/** Why the key is not accepted. */
export function keyRefused({ key_span: span }: ScheduleRecord, now: Date): string {
  return span !== null && keyPhase(span, now) === 'expired' ? KEY_EXPIRED : KEY_REVOKED;
}

const refused = (reason: string): TaskIdentity => ({ state: 'refused', reason });

/** Whether Elasticsearch does not know the sender of the request. */
export function isUnauthorized(error: unknown): boolean {
  return asResponseError(error)?.statusCode === UNAUTHORIZED;
}

type FoundKey = { readonly key: Parameters<typeof requestWithKey>[0] } | { readonly why: string };

async function readKey(id: string | null, keys: KeyStore): Promise<FoundKey> {
  if (id === null) return { why: NO_KEY_GRANTED };
  try {
    const key = await keys.read(id);
    return key === undefined ? { why: `The key of the schedule is gone: ${AGAIN}.` } : { key };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { why: `The key of the schedule cannot be read (${words}): ${AGAIN}.` };
  }
}

/**
 * The client of the task: with the key of the schedule's user; without any identity if security is
 * off, and never with Kibana's own.
 *
 * @throws errors of the connection, and the abort
 */
export async function taskIdentity(
  record: ScheduleRecord,
  { cluster, keys, hasSecurity, now }: IdentityPorts,
  signal: AbortSignal,
): Promise<TaskIdentity> {
  if (!hasSecurity) {
    const { asCurrentUser: client } = cluster.asScoped({ headers: {} });
    return { state: 'ready', client: checkedClient(client) };
  }
  // A key that an earlier version granted has no end in Elasticsearch.
  if (keyRefused(record, now()) === KEY_EXPIRED) return refused(KEY_EXPIRED);
  const found = await readKey(record.key_object, keys);
  if ('why' in found) return refused(found.why);
  const client = checkedClient(cluster.asScoped(requestWithKey(found.key)).asCurrentUser);
  try {
    // A revoked key is detected before anything is done with it.
    await client.security.authenticate({}, { signal });
    return { state: 'ready', client };
  } catch (error) {
    if (isUnauthorized(error)) return refused(keyRefused(record, now()));
    throw error;
  }
}
