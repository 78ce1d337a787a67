import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildError } from './build_error';
import { namedLicense } from './named_license';

const IN_PACKAGE = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)(?=\/)/g;
const LICENSE_FILE = /^(licen[cs]e|notice)/i;
const README = /^readme/i;
const LICENSE_SECTION = /^#+ *licen[cs]e *\n([^]+)/im;

/** The package folders of some files: the innermost for each, from the project's folder. */
export function packageFolders(inputs: readonly string[]): string[] {
  const folders = inputs.flatMap((input) => {
    const last = [...input.matchAll(IN_PACKAGE)].at(-1);
    return last === undefined ? [] : input.slice(0, last.index + last[0].length);
  });
  return [...new Set(folders)].sort();
}

/** The licenses of a package: files of their own, the end of its README, or a name. */
async function licenseTexts(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isFile() ? entry.name : [])).sort();
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const files = names.filter((name) => LICENSE_FILE.test(name));
  if (files.length > 0) return Promise.all(files.map(read));
  const readme = names.find((name) => README.test(name));
  const section = readme === undefined ? null : LICENSE_SECTION.exec(await read(readme));
  return section?.[1] === undefined ? namedLicense(folder) : [section[1]];
}

async function licenseOf(root: string, folder: string): Promise<string> {
  const texts = await licenseTexts(join(root, folder));
  if (texts.length === 0) {
    throw new BuildError(`${folder} is bundled and has no license to pass on: leave it out.`);
  }
  const title = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return [title, '', ...texts.map((text) => text.trim())].join('\n');
}

/** The licenses of all bundled packages, in one text. Each requires to be passed on. */
export async function thirdPartyLicenses(root: string, inputs: readonly string[]): Promise<string> {
  const licenses = packageFolders(inputs).map((folder) => licenseOf(root, folder));
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  return `${(await Promise.all(licenses)).join(rule)}\n`;
}
