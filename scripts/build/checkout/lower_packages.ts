import { join, normalize } from 'node:path';
import { build } from 'esbuild';
import { browser } from '../../../package.json';
import { asBuildError } from '../bundle';
import { sharedModules } from '../shared_modules';
import { asInstalled } from './as_installed';

/** What the parser of webpack 4 can read. Kibana 8.12 has it, and lowers no package for it. */
export const READABLE = 'es2018';

/**
 * Writes copies of packages in older syntax, for the tools of a checkout of Kibana. `browser` in
 * `package.json` names the packages and the copies: webpack follows it in what this project's own
 * files import.
 *
 * @param root the project's folder
 * @param folder where the copies are written; their paths are those of `package.json` from there
 * @returns these paths
 * @throws BuildError if a package cannot be copied
 */
export async function lowerPackages(root: string, folder = root): Promise<string[]> {
  const copies = Object.entries(browser);
  try {
    for (const [id, path] of copies) {
      await build({
        absWorkingDir: root,
        entryPoints: [id],
        alias: asInstalled,
        outfile: join(folder, path),
        bundle: true,
        format: 'esm',
        platform: 'browser',
        target: READABLE,
        // Webpack knows for what it builds.
        define: { 'process.env.NODE_ENV': 'process.env.NODE_ENV' },
        external: [...sharedModules.keys()],
        logLevel: 'silent',
      });
    }
  } catch (error) {
    throw asBuildError(error);
  }
  return copies.map(([, path]) => normalize(path));
}
