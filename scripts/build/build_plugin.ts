import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pluginFiles } from './plugin_files';
import { stampZip } from './stamp_zip';
import { zipFiles } from './zip_files';

const CHUNK = /^target\/public\/.*\.chunk\.([\w-]+)\..*\.js$/;
/** The page as it is opened first is what `public/kibana/mount.ts` brings. */
const FIRST = 'mount';

/** What was built; sizes in bytes. */
export interface BuiltPlugin {
  readonly path: string;
  readonly zip: number;
  readonly server: number;
  /** The script that every page of Kibana loads. */
  readonly entry: ScriptSize;
  /** What is loaded besides when the page is opened. */
  readonly page: ScriptSize;
  /** What is loaded later, by what it is loaded for. */
  readonly later: ReadonlyMap<string, ScriptSize>;
}

/** Bytes of scripts in the browser, and of the same as they are sent. */
export interface ScriptSize {
  readonly raw: number;
  readonly sent: number;
}

/** What a script is loaded for, such as "settings"; undefined where it is no chunk. */
function openingOf(name: string): string | undefined {
  return CHUNK.exec(name)?.[1];
}

const zipPath = (folder: string, kibanaVersion: string) =>
  join(folder, `logwave-${kibanaVersion}.zip`);

/**
 * Builds the zip that `bin/kibana-plugin install` takes, without Kibana's repository.
 *
 * @param root the project's folder
 * @param kibanaVersion the one version of Kibana that will take it
 * @param folder where the zip is written; made where it is missing
 * @throws BuildError saying what has to be mended
 */
export async function buildPlugin(
  root: string,
  kibanaVersion: string,
  folder: string,
): Promise<BuiltPlugin> {
  const files = await pluginFiles(root, kibanaVersion);
  const placed = new Map([...files].map(([path, file]) => [`kibana/logwave/${path}`, file]));
  const zip = await zipFiles(placed);
  const path = zipPath(folder, kibanaVersion);
  await mkdir(folder, { recursive: true });
  await writeFile(path, zip);
  const sizeOf = (name: string) => Buffer.byteLength(files.get(name) ?? '');
  const sizesOf = (names: readonly string[]): ScriptSize => ({
    raw: names.reduce((sum, name) => sum + sizeOf(name), 0),
    sent: names.reduce((sum, name) => sum + sizeOf(`${name}.br`), 0),
  });
  const chunks = [...files.keys()].flatMap((name) => {
    const opening = openingOf(name);
    return opening === undefined ? [] : [{ name, opening }];
  });
  const isFirst = ({ opening }: { readonly opening: string }) => opening.split('-').includes(FIRST);
  const later = chunks.filter((chunk) => !isFirst(chunk));
  return {
    path,
    zip: zip.length,
    server: sizeOf('server/index.js'),
    entry: sizesOf(['target/public/logwave.plugin.js']),
    page: sizesOf(chunks.filter(isFirst).map(({ name }) => name)),
    later: new Map(later.map(({ name, opening }) => [opening, sizesOf([name])])),
  };
}

/**
 * Writes a zip for each of several versions of Kibana. The code in them is the same: only what names
 * the version differs.
 *
 * @param built the zip of one version, in whose folder the others are written
 * @returns the paths of the others
 * @throws BuildError where nothing is known of a version
 */
export async function stampAll(
  { path }: BuiltPlugin,
  versions: readonly string[],
): Promise<string[]> {
  const zip = await readFile(path);
  const others = versions.map((version) => ({ version, to: zipPath(dirname(path), version) }));
  const missing = others.filter(({ to }) => to !== path);
  for (const { version, to } of missing) await writeFile(to, await stampZip(zip, version));
  return missing.map(({ to }) => to);
}
