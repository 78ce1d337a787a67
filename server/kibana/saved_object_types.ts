import type { EncryptedType, SavedObjectsType } from './contracts';
import type { KeyRecord } from './schedule/key_record';

export const SETTINGS_TYPE = 'logwave-settings';
export const SCHEDULE_TYPE = 'logwave-schedule';
export const KEY_TYPE = 'logwave-key';
/** What was sent by each channel, and when. */
export const DELIVERIES_TYPE = 'logwave-deliveries';

/** All types of ours. Uninstalling deletes every object of them. */
export const SAVED_OBJECT_TYPES = [
  SETTINGS_TYPE,
  SCHEDULE_TYPE,
  KEY_TYPE,
  DELIVERIES_TYPE,
] as const;

/**
 * Everything in an object that holds a key, except the key. A new attribute belongs here as well.
 */
const BOUND: Readonly<Record<Exclude<keyof KeyRecord, 'api_key'>, true>> = {
  patterns: true,
  tag: true,
  key_id: true,
  user: true,
  granted_at: true,
};

/**
 * How a key is encrypted, and what it is bound to: if one of these attributes was altered, the
 * object cannot be decrypted.
 *
 * Kibana 8.12 binds a secret to all other attributes and does not know `attributesToIncludeInAAD`.
 * From 8.13 on, it binds to these only. Since there are no others, a key that one version wrote can
 * be read by the other.
 */
export const encryptedKeyType: EncryptedType = {
  type: KEY_TYPE,
  attributesToEncrypt: new Set(['api_key'] satisfies (keyof KeyRecord)[]),
  attributesToIncludeInAAD: new Set(Object.keys(BOUND)),
};

/**
 * One set of settings, one schedule and one key for this Kibana, whatever the space. They are
 * hidden: not exported, not listed, and only our own routes read them. They are never searched.
 */
function hiddenType(name: string): SavedObjectsType {
  return {
    name,
    hidden: true,
    namespaceType: 'agnostic',
    mappings: { dynamic: false, properties: {} },
    modelVersions: { 1: { changes: [] } },
  };
}

export const savedObjectTypes: readonly SavedObjectsType[] = SAVED_OBJECT_TYPES.map(hiddenType);
