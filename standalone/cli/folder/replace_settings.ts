import type { Client } from '../../../server/elastic/client';
import { type SettingsFile, settingsFileText } from '../../../common/settings';
import { fetchUserName } from '../../../server/elastic/asking';
import { saveSettings, type SettingsStore } from '../../../server/wiring';
import { createHostDocuments, createSettingsStore } from '../../host';
import { say } from '../basics/output';
import { writeWhole } from '../basics/write_whole';
import { readIfThere } from './folder_io';

/** Where a host keeps its settings. */
export function hostSettings(client: Client): SettingsStore {
  return createSettingsStore(createHostDocuments(client), () => new Date());
}

/**
 * Replaces the settings of the host, or a file, if they differ.
 *
 * @param file undefined for the settings of the host
 * @returns whether they did
 */
export async function replaceSettings(
  settings: SettingsFile,
  file: string | undefined,
  client: Client,
  signal: AbortSignal,
): Promise<boolean> {
  const text = settingsFileText(settings);
  if (file !== undefined) {
    if ((await readIfThere(file)) === text) return false;
    await writeWhole(file, text, 'the settings file');
    return true;
  }
  const store = hostSettings(client);
  const { saved, version } = await store.load(signal);
  if (settingsFileText(saved) === text) return false;
  const author = await fetchUserName(client, signal);
  const saving = { client, store, author, now: new Date(), log: { warn: say } };
  await saveSettings(settings, version, saving, signal);
  return true;
}
