import { ApiError } from '../../common/api';
import type {
  FakeRequest,
  KibanaRequest,
  Logger,
  ApiKeys,
  AuthenticatedUser,
  GrantedKey,
} from './contracts';
import type { KeptKey } from './schedule/key_record';
import { roleDescriptors, type KeyRights } from './schedule/key_rights';
import type { KeySpan } from './schedule/key_span';
import type { KeyStore } from './schedule/key_store';

const SECOND_MS = 1_000;

/** What granting a key needs. */
export interface CredentialPorts {
  /** Undefined if security is off, or not installed: then no key is needed. */
  readonly security:
    | {
        readonly apiKeys: ApiKeys;
        readonly userOf: (request: KibanaRequest) => AuthenticatedUser | null;
      }
    | undefined;
  readonly canEncrypt: boolean;
  /** How long a key works. */
  readonly lifespanMs: number;
  readonly keys: KeyStore;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'warn'>;
}

/** A reason why no key can be granted, and the sentence that says what to do. */
export interface Obstacle {
  readonly code: 'api_keys_disabled' | 'encryption_missing';
  readonly words: string;
}

const NO_KEYS: Obstacle = {
  code: 'api_keys_disabled',
  words:
    'The schedule needs an API key, and Elasticsearch has these turned off. Set xpack.security.authc.api_key.enabled to true in elasticsearch.yml.',
};

const NO_ENCRYPTION: Obstacle = {
  code: 'encryption_missing',
  words:
    'The schedule keeps an API key, and Kibana cannot encrypt it: set xpack.encryptedSavedObjects.encryptionKey to at least 32 characters in kibana.yml and restart Kibana.',
};

/**
 * What an administrator has to set before a key can be granted and stored; none without security.
 */
export async function keyObstacles(ports: CredentialPorts): Promise<Obstacle[]> {
  const { security, canEncrypt } = ports;
  if (security === undefined) return [];
  const areEnabled = await security.apiKeys.areAPIKeysEnabled();
  return [...(areEnabled ? [] : [NO_KEYS]), ...(canEncrypt ? [] : [NO_ENCRYPTION])];
}

/** The user who sends the request. A user who came with an API key cannot be granted another. */
function userFor(request: KibanaRequest, ports: CredentialPorts): AuthenticatedUser {
  const user = ports.security?.userOf(request);
  if (user === null || user === undefined) {
    throw new ApiError('unauthorized', 'Log in to turn the schedule on.');
  }
  if (user.authentication_type === 'api_key') {
    throw new ApiError('api_key_caller', 'Log in with a user to turn the schedule on.');
  }
  return user;
}

/** A key that was granted and is stored. */
export interface KeptGrant extends KeySpan {
  /** Of the saved object and of the key in Elasticsearch. */
  readonly kept: Pick<KeptKey, 'id' | 'key_id'>;
  /** The type of the user's realm, such as `native`; null if not known. */
  readonly realm: string | null;
}

/**
 * Elasticsearch says when the key ends. A key without an end would outlive the rights of its user.
 */
function endOf({ expiration }: GrantedKey, granted: Date, lifespanMs: number): string {
  return new Date(expiration ?? granted.getTime() + lifespanMs).toISOString();
}

/**
 * Grants a key in the name of the user who asks, limited to the rights and to its lifespan, and
 * stores it. Earlier keys stay as they are: `dropKeys` removes them once the new one is in use.
 *
 * @returns null if security is off
 * @throws ApiError with a sentence about the obstacle
 */
export async function grantKey(
  request: KibanaRequest,
  rights: KeyRights,
  ports: CredentialPorts,
): Promise<KeptGrant | null> {
  const { security, keys, now, lifespanMs } = ports;
  if (security === undefined) return null;
  const { username, authentication_realm: realm } = userFor(request, ports);
  const [obstacle] = await keyObstacles(ports);
  if (obstacle !== undefined) throw new ApiError(obstacle.code, obstacle.words);
  const granted = await security.apiKeys.grantAsInternalUser(request, {
    name: `Logwave schedule of ${username}`,
    expiration: `${Math.round(lifespanMs / SECOND_MS)}s`,
    role_descriptors: roleDescriptors(rights),
    metadata: { managed_by: 'logwave' },
  });
  if (granted === null) throw new ApiError(NO_KEYS.code, NO_KEYS.words);
  const { id: key_id, api_key } = granted;
  const at = now();
  const granted_at = at.toISOString();
  const record = { ...rights, key_id, api_key, user: username, granted_at };
  try {
    const id = await keys.add(record, request);
    const expires_at = endOf(granted, at, lifespanMs);
    return { kept: { id, key_id }, granted_at, expires_at, realm: realm?.type ?? null };
  } catch (error) {
    // Nobody would know about it any more.
    await invalidate(key_id, ports);
    throw error;
  }
}

async function invalidate(keyId: string, { security }: CredentialPorts): Promise<void> {
  const answer = await security?.apiKeys.invalidateAsInternalUser({ ids: [keyId] });
  if ((answer?.error_count ?? 0) > 0) throw new Error('Elasticsearch refused');
}

/**
 * Invalidates and deletes stored keys.
 *
 * A key that Elasticsearch will not invalidate stays stored, so that it is tried again the next
 * time.
 *
 * @param unused those that are no longer in use
 * @returns how many were dropped
 */
export async function dropKeys(
  unused: readonly Pick<KeptKey, 'id' | 'key_id'>[],
  ports: CredentialPorts,
): Promise<number> {
  const { keys, log } = ports;
  let dropped = 0;
  for (const { id, key_id } of unused) {
    try {
      await invalidate(key_id, ports);
      await keys.remove(id);
      dropped += 1;
    } catch (error) {
      log.warn(`the API key ${key_id} could not be invalidated: ${String(error)}`);
    }
  }
  return dropped;
}

/** A request that Elasticsearch treats as one of the key's user. */
export function requestWithKey(key: {
  readonly key_id: string;
  readonly api_key: string;
}): FakeRequest {
  const encoded = Buffer.from(`${key.key_id}:${key.api_key}`).toString('base64');
  return { headers: { authorization: `ApiKey ${encoded}` } };
}
