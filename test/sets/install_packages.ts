import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SETS = resolve(__dirname, '../../.logwave/sets');
/** Written last, so that an interrupted set-up is made again. */
const COMPLETE = '.logwave-complete';

/**
 * Installs packages in a folder of `.logwave/sets`. What is complete there is used again.
 *
 * @param name of the folder, another one for other packages
 * @param dependencies versions by package
 * @returns the folder
 * @throws Error where npm cannot install them
 */
export async function installPackages(
  name: string,
  dependencies: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = join(SETS, name);
  if (existsSync(join(folder, COMPLETE))) return folder;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'logwave-module-set', private: true, dependencies }),
  );
  // The packages name each other's versions more narrowly than Kibana does.
  const options = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', ['install', ...options, '--loglevel=error'], { cwd: folder });
  await writeFile(join(folder, COMPLETE), '');
  return folder;
}
