import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pluginFiles } from './plugin_files';
import { stampZip } from './stamp_zip';
import { zipFiles } from './zip_files';

const CHUNK = /^target\/public\/.*\.chunk\.([\w-]+)\..*\.js$/;
/** The first page consists of what `public/kibana/mount.ts` imports. */
const FIRST = 'mount';

/** The result of a build; sizes in bytes. */
export interface BuiltPlugin {
  readonly path: string;
  readonly zip: number;
  readonly server: number;
  /** The script that every page of Kibana loads. */
  readonly entry: ScriptSize;
  /** What is loaded in addition when the page is opened. */
  readonly page: ScriptSize;
  /** What is loaded later, by its purpose. */
  readonly later: ReadonlyMap<string, ScriptSize>;
}

/** Bytes of browser scripts, raw and compressed as they are sent. */
export interface ScriptSize {
  readonly raw: number;
  readonly sent: number;
}

/** The purpose of a script, such as "settings"; undefined if it is not a chunk. */
function openingOf(name: string): string | undefined {
  return CHUNK.exec(name)?.[1];
}

const zipPath = (folder: string, kibanaVersion: string) =>
  join(folder, `logwave-${kibanaVersion}.zip`);

/**
 * Builds the zip that `bin/kibana-plugin install` takes, without Kibana's repository.
 *
 * @param root the project's folder
 * @param kibanaVersion the only version of Kibana that will accept it
 * @param folder where the zip is written; created if missing
 * @throws BuildError saying what has to be fixed
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
 * Writes a zip for each of several versions of Kibana. The code in them is the same. Only the files
 * that name the version differ.
 *
 * @param built the zip of one version, in whose folder the others are written
 * @returns the paths of the others
 * @throws BuildError if a version is unknown
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
