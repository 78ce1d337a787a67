import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BuildError } from './build_error';

/** Texts by message id. */
export type Messages = ReadonlyMap<string, string>;

const fileSchema = z.strictObject({ messages: z.record(z.string(), z.string()) });

const NAMED_VALUE = /\{(\w+)/g;

/** The placeholders of a text, such as `{day}`. */
function valuesIn(text: string): string {
  return [...new Set([...text.matchAll(NAMED_VALUE)].map(([, name]) => name))].sort().join(', ');
}

/**
 * What is wrong with a translation, compared with the texts of the page, one sentence each. A text
 * without a translation is shown in English, which is not a fault.
 */
export function faultsOfTranslation(messages: Messages, translated: Messages): string[] {
  const faults: string[] = [];
  for (const [id, text] of translated) {
    const original = messages.get(id);
    if (original === undefined) faults.push(`no text of the page has the id ${id}`);
    else if (valuesIn(original) !== valuesIn(text)) faults.push(`${id} has other values`);
  }
  return faults;
}

/** A translation file in Kibana's format. */
export function translationFile(messages: Messages): string {
  const sorted = [...messages].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ messages: Object.fromEntries(sorted) }, null, 2)}\n`;
}

async function namesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
}

/**
 * Reads the project's translations.
 *
 * @param folder holds one file for each language, such as `de.json`; it may be missing
 * @param messages the texts of the page in English
 * @returns the files by name
 * @throws BuildError naming each text that the page does not have, or that has other placeholders
 */
export async function readTranslations(
  folder: string,
  messages: Messages,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of await namesIn(folder)) {
    const content: unknown = JSON.parse(await readFile(join(folder, name), 'utf8'));
    const parsed = fileSchema.safeParse(content);
    if (!parsed.success) throw new BuildError(`translations/${name} must hold only messages.`);
    const translated = new Map(Object.entries(parsed.data.messages));
    const faults = faultsOfTranslation(messages, translated);
    if (faults.length > 0) throw new BuildError(`translations/${name}: ${faults.join('; ')}.`);
    files.set(name, translationFile(translated));
  }
  return files;
}
