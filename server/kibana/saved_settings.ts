import { ApiError } from '../../common/api';
import { parseStoredSettings, type Settings, type SettingsFile } from '../../common/settings';
import type { LoadedSettings, SettingsStore } from '../wiring';
import type { SavedObject, SavedObjectsRepository } from './contracts';
import { isBadRequest, isConflict, isMissing } from './saved_object_error';
import { SETTINGS_TYPE } from './saved_object_types';

/** There is one set of settings for this Kibana. */
const SETTINGS_ID = 'settings';

interface Attributes {
  readonly saved: SettingsFile;
  readonly updated_at: string;
  readonly updated_by: string | null;
}

type Stored = SavedObject<Attributes>;

/** The settings that apply if nothing is saved, or if what is saved cannot be used. */
function defaults(): Settings {
  const parsed = parseStoredSettings({});
  if ('settings' in parsed) return parsed.settings;
  throw new Error(`the presets are not valid: ${parsed.errors.join('; ')}`);
}

function loaded(stored: Stored | undefined): LoadedSettings {
  const { attributes, version = null } = stored ?? {};
  const parsed = parseStoredSettings(attributes?.saved ?? {});
  return {
    settings: 'settings' in parsed ? parsed.settings : defaults(),
    faults: 'settings' in parsed ? [] : parsed.errors,
    saved: attributes?.saved ?? {},
    version,
    updated_at: attributes?.updated_at ?? null,
    updated_by: attributes?.updated_by ?? null,
  };
}

/**
 * Settings in a saved object. Each save replaces all of it, and only the version that was read
 * before.
 *
 * @param repository may see hidden types; the caller has passed the privilege check of the route
 */
export function savedSettings(repository: SavedObjectsRepository, now: () => Date): SettingsStore {
  return {
    async load() {
      try {
        return loaded(await repository.get<Attributes>(SETTINGS_TYPE, SETTINGS_ID));
      } catch (error) {
        if (isMissing(error)) return loaded(undefined);
        throw error;
      }
    },
    async save(saved, version, by) {
      const attributes = { saved, updated_at: now().toISOString(), updated_by: by };
      const expected = version === null ? {} : { overwrite: true, version };
      const options = { id: SETTINGS_ID, ...expected };
      try {
        return loaded(await repository.create<Attributes>(SETTINGS_TYPE, attributes, options));
      } catch (error) {
        // A version that Kibana cannot read was never returned to a caller.
        const isUnreadable = version !== null && isBadRequest(error);
        if (!isConflict(error) && !isMissing(error) && !isUnreadable) throw error;
        const words =
          'Someone else has saved the settings since: load them again, then change them.';
        throw new ApiError('settings_conflict', words);
      }
    },
  };
}
