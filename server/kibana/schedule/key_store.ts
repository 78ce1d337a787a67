import type {
  KibanaRequest,
  EncryptedSavedObjectsClient,
  SavedObjectsRepository,
  SavedObjectsStart,
} from '../contracts';
import type { KeptKey, KeyRecord } from './key_record';
import { isMissing } from '../saved_object_error';
import { KEY_TYPE } from '../saved_object_types';

/** There are never more: one, and those that an interrupted change has left. */
const MAX_KEYS = 1000;

/** Stored keys. An object is written once and deleted, since a part of it could not be changed. */
export interface KeyStore {
  /** Returns the id of the object. */
  add(record: KeyRecord, request: KibanaRequest): Promise<string>;
  list(): Promise<readonly KeptKey[]>;
  /** Decrypted; undefined if the object is gone. */
  read(id: string): Promise<KeyRecord | undefined>;
  /** Succeeds also if it is already gone. */
  remove(id: string): Promise<void>;
}

/**
 * @param repository reads and deletes; it does not encrypt
 * @param decrypting undefined if this Kibana cannot encrypt: then nothing is stored
 */
export function createKeyStore(
  savedObjects: SavedObjectsStart,
  repository: SavedObjectsRepository,
  decrypting: EncryptedSavedObjectsClient | undefined,
): KeyStore {
  return {
    async add(record, request) {
      // Only the client of a request encrypts. The route's privilege decided who may do this.
      const client = savedObjects.getScopedClient(request, {
        includedHiddenTypes: [KEY_TYPE],
        excludedExtensions: ['security'],
      });
      return (await client.create(KEY_TYPE, record)).id;
    },
    async list() {
      const found = await repository.find<KeyRecord>({ type: KEY_TYPE, perPage: MAX_KEYS });
      return found.saved_objects.map(({ id, attributes: { key_id, patterns, tag } }) => ({
        id,
        key_id,
        patterns,
        tag,
      }));
    },
    async read(id) {
      try {
        return (await decrypting?.getDecryptedAsInternalUser<KeyRecord>(KEY_TYPE, id))?.attributes;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async remove(id) {
      try {
        await repository.delete(KEY_TYPE, id);
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
  };
}
