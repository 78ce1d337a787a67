import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { sharedModules } from '../../../scripts/build/shared_modules';
import { installPackages } from '../install_packages';

const run = promisify(execFile);
const ROOT = resolve(__dirname, '../../..');

/** Of the optimizer of Kibana 8.12. The optimizer itself and its preset are not in npm. */
const PACKAGES = {
  '@babel/core': '7.23.7',
  '@babel/preset-env': '7.23.8',
  '@babel/preset-react': '7.23.3',
  '@babel/preset-typescript': '7.23.3',
  'babel-loader': '8.3.0',
  webpack: '4.47.0',
};

/** How plugin-helpers calls webpack: for `dev`, and for `build`. */
export type Mode = 'development' | 'production';

/**
 * Bundles `public/` with webpack 4 as `plugin-helpers` of Kibana 8.12 does.
 *
 * @returns the scripts by file name
 * @throws Error with what webpack reports, warnings included
 */
export async function bundleAsKibana(mode: Mode): Promise<ReadonlyMap<string, string>> {
  const packages = await installPackages('optimizer-webpack-4.47.0', PACKAGES);
  const out = await mkdtemp(join(tmpdir(), 'logwave-optimizer-'));
  try {
    const shared = Object.fromEntries(
      [...sharedModules].map(([id, member]) => [id, `__kbnSharedDeps__.${member}`]),
    );
    const script = join(__dirname, 'run_webpack.mjs');
    const options = JSON.stringify({ packages, root: ROOT, out, mode, shared });
    await run(process.execPath, [script, options], { cwd: ROOT }).catch((error: unknown) => {
      const said = (error as { readonly stdout?: string }).stdout;
      throw new Error(said === undefined || said === '' ? String(error) : said);
    });
    const names = (await readdir(out)).filter((name) => name.startsWith('logwave.'));
    const texts = names.map(async (name): Promise<[string, string]> => [
      name,
      await readFile(join(out, name), 'utf8'),
    ]);
    return new Map(await Promise.all(texts));
  } finally {
    await rm(out, { recursive: true });
  }
}
