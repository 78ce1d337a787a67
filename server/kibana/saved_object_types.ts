import type { SavedObjectsType } from './contracts/saved_objects';

export const SETTINGS_TYPE = 'logwave-settings';
export const SCHEDULE_TYPE = 'logwave-schedule';
export const KEY_TYPE = 'logwave-key';

/** All types of ours: uninstalling deletes every object of them. */
export const SAVED_OBJECT_TYPES = [SETTINGS_TYPE, SCHEDULE_TYPE, KEY_TYPE] as const;

/** What is encrypted in an object that holds a key; all else is bound to it and must not change. */
export const ENCRYPTED_ATTRIBUTES: ReadonlySet<string> = new Set(['api_key']);

/**
 * One set of settings, one schedule and one key for this Kibana, whatever the space. They are hidden:
 * not exported, not listed, reached by our own routes alone. Nothing in them is searched for.
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
