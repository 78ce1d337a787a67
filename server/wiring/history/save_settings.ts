import type { Client } from '../../elastic/client';
import { settingsChanges, type SettingsMark } from '../../../common/history';
import { type SettingsFile, settingsFileOf } from '../../../common/settings';
import { DEFAULT_SCOPE, settingsHash } from '../../app/basics';
import { addMark } from '../../elastic/silence';
import { describeError, elasticsearchTrouble } from '../describe_error';
import { ensureMarks } from '../ensure_marks';
import type { LoadedSettings, Log, SettingsStore } from '../services';

/** The user who saves settings, and where they are saved. */
export interface Saving {
  readonly client: Client;
  readonly store: SettingsStore;
  /** Null if not known. */
  readonly author: string | null;
  readonly now: Date;
  readonly log: Pick<Log, 'warn'>;
}

function markOf(before: SettingsFile, after: SettingsFile, { author, now }: Saving): SettingsMark {
  const [was, is] = [settingsFileOf(before), settingsFileOf(after)];
  return {
    version: 1,
    kind: 'settings',
    scope: DEFAULT_SCOPE,
    changes: settingsChanges(was, is),
    before: settingsHash(was),
    after: settingsHash(is),
    author,
    at: now.toISOString(),
  };
}

/**
 * Saves settings, and records who changed what. A user who may change settings but not write to
 * `logwave-marks` can still save them. The history then says that a change is missing.
 *
 * @param version what was read before
 * @throws what the store throws
 */
export async function saveSettings(
  saved: SettingsFile,
  version: string | null,
  saving: Saving,
  signal: AbortSignal,
): Promise<LoadedSettings> {
  const { client, store, log } = saving;
  // If somebody else saves between the two, the version no longer matches.
  const before = await store.load(signal);
  const loaded = await store.save(saved, version, saving.author, signal);
  const mark = markOf(before.saved, loaded.saved, saving);
  if (mark.changes.length === 0) return loaded;
  try {
    await ensureMarks(client, signal);
    await addMark(client, mark, signal);
  } catch (error) {
    if (elasticsearchTrouble(error) === undefined) throw error;
    log.warn(`the history lacks a change of the settings: ${describeError(error)}`);
  }
  return loaded;
}
