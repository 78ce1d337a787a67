import { z } from 'zod';
import { ApiError } from '../../../common/api';
import { parseStoredSettings, type Settings } from '../../../common/settings';
import type { LoadedSettings, SettingsStore } from '../../../server/wiring';
import type { HostDocuments } from './host_documents';

const storedSchema = z.object({
  saved: z.unknown(),
  updated_at: z.string().nullable(),
  updated_by: z.string().nullable(),
});

const CONFLICT =
  'Someone else has saved settings since you read them: load them again, then make your change.';

/** What was saved, with the default zone if it names none. */
function withZone(saved: unknown, zone: string | undefined): unknown {
  if (zone === undefined || typeof saved !== 'object' || saved === null) return saved;
  return { zone, ...saved };
}

/** The settings that are used if nothing is saved. */
function defaults(zone: string | undefined): Settings {
  const parsed = parseStoredSettings(withZone({}, zone));
  if ('errors' in parsed) throw new Error(`the defaults have faults: ${parsed.errors.join('; ')}`);
  return parsed.settings;
}

/** Stored settings, perhaps by an older version, converted into those in use. */
function loadedOf(content: unknown, version: string, zone: string | undefined): LoadedSettings {
  const stored = storedSchema.safeParse(content).data;
  const parsed = parseStoredSettings(withZone(stored?.saved ?? null, zone));
  const faults = 'errors' in parsed ? parsed.errors : [];
  return {
    settings: 'settings' in parsed ? parsed.settings : defaults(zone),
    // Also with faults: a user who repairs them must see them.
    saved: stored?.saved ?? {},
    version,
    updated_at: stored?.updated_at ?? null,
    updated_by: stored?.updated_by ?? null,
    faults,
  };
}

/**
 * Stores the settings among the host's documents. If two save at once, the second gets an error.
 *
 * @param zone the zone if none is saved; undefined for that of the system
 */
export function createSettingsStore(
  documents: HostDocuments,
  now: () => Date,
  zone?: string,
): SettingsStore {
  return {
    load: async (signal) => {
      const found = await documents.read('settings', signal);
      if (found !== undefined) return loadedOf(found.content, found.version, zone);
      const unsaved = { version: null, updated_at: null, updated_by: null };
      return { settings: defaults(zone), saved: {}, faults: [], ...unsaved };
    },
    save: async (saved, version, by, signal) => {
      const content = { saved, updated_at: now().toISOString(), updated_by: by };
      const written = await documents.write('settings', content, version, signal);
      if (written === undefined) throw new ApiError('settings_conflict', CONFLICT);
      return loadedOf(content, written, zone);
    },
  };
}
