import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildError } from './build_error';

const IN_PACKAGE = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)(?=\/)/g;
const LICENCE_FILE = /^(licen[cs]e|notice)/i;

/** Folders of packages that files are of: the innermost for each, from the project's folder. */
export function packageFolders(inputs: readonly string[]): string[] {
  const folders = inputs.flatMap((input) => {
    const last = [...input.matchAll(IN_PACKAGE)].at(-1);
    return last === undefined ? [] : input.slice(0, last.index + last[0].length);
  });
  return [...new Set(folders)].sort();
}

async function licenceOf(root: string, folder: string): Promise<string> {
  const names = (await readdir(join(root, folder))).filter((name) => LICENCE_FILE.test(name));
  if (names.length === 0) {
    throw new BuildError(`${folder} is bundled and has no licence file: leave it out.`);
  }
  const texts = names.sort().map((name) => readFile(join(root, folder, name), 'utf8'));
  const title = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return [title, '', ...(await Promise.all(texts)).map((text) => text.trim())].join('\n');
}

/** The licences of all packages that were bundled, in one text; each asks to be passed on. */
export async function thirdPartyLicences(root: string, inputs: readonly string[]): Promise<string> {
  const licences = packageFolders(inputs).map((folder) => licenceOf(root, folder));
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  return `${(await Promise.all(licences)).join(rule)}\n`;
}
