import { parseSettings } from './parse_settings';
import { settingsSchema, type SettingsFile } from './settings';
import { sortedJson } from './sorted_json';

/**
 * Saved settings as a file: with every default written out, so that a later version of Logwave with
 * other defaults reads the same, and without the presets' own values. Reading and saving such a
 * file gives the same file again.
 *
 * @param saved as it was saved; if it is not valid, it is left as it is
 */
export function settingsFileOf(saved: unknown): SettingsFile {
  const parsed = settingsSchema.safeParse(saved);
  return parsed.success ? parsed.data : (saved as SettingsFile);
}

/** The file as text: JSON with the keys in alphabetical order, and a line feed at its end. */
export function settingsFileText(saved: unknown): string {
  return `${sortedJson(settingsFileOf(saved))}\n`;
}

/** The contents of a text: a settings file, or what is wrong with it, one sentence each. */
export type ReadSettingsFile =
  { readonly file: SettingsFile } | { readonly errors: readonly string[] };

/** Reads the text of a settings file. Every fault is named with its place. */
export function readSettingsFile(text: string): ReadSettingsFile {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    return { errors: [`It is not JSON: ${error instanceof Error ? error.message : ''}.`] };
  }
  const parsed = parseSettings(given);
  return 'errors' in parsed ? { errors: parsed.errors } : { file: settingsFileOf(given) };
}
