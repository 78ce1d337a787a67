import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pluginFiles } from './plugin_files';
import { zipFiles } from './zip_files';

/** What was built; sizes in bytes. */
export interface BuiltPlugin {
  readonly path: string;
  readonly zip: number;
  readonly server: number;
  /** The browser's script, and the same as it is sent. */
  readonly browser: number;
  readonly browser_compressed: number;
}

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
  const path = join(folder, `logwave-${kibanaVersion}.zip`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, zip);
  const sizeOf = (name: string) => Buffer.byteLength(files.get(name) ?? '');
  return {
    path,
    zip: zip.length,
    server: sizeOf('server/index.js'),
    browser: sizeOf('target/public/logwave.plugin.js'),
    browser_compressed: sizeOf('target/public/logwave.plugin.js.br'),
  };
}
