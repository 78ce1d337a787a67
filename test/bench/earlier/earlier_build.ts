import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = resolve(__dirname, '../../..');
const BUILDS = join(ROOT, '.logwave', 'builds');
/** Written last, so that an interrupted set-up is made again. */
const COMPLETE = '.logwave-complete';

/**
 * Gives the package in a folder a map `browser` of its own. Without one esbuild takes that of the
 * folders above, here of this build, for its files as well.
 */
async function keepApart(folder: string): Promise<void> {
  const file = join(folder, 'package.json');
  const content = JSON.parse(await readFile(file, 'utf8')) as object;
  if ('browser' in content) return;
  await writeFile(file, `${JSON.stringify({ ...content, browser: {} }, null, 2)}\n`);
}

const OF_FIXED_SERIES = 'benchBacktest(print: Print): Promise<void> {';

/** Lets the bench of the back-test take the number of series, if the build has a fixed one. */
async function scaleBacktest(folder: string): Promise<void> {
  const file = join(folder, 'test', 'bench', 'backtest.ts');
  const content = await readFile(file, 'utf8');
  if (!content.includes(OF_FIXED_SERIES)) return;
  const ofAny = 'benchBacktest(print: Print, series: number): Promise<void> {\n  SERIES = series;';
  const scaled = content.replace('const SERIES =', 'let SERIES =').replace(OF_FIXED_SERIES, ofAny);
  await writeFile(file, scaled);
}

/** What lets a build be measured beside this one. */
async function adapt(folder: string): Promise<void> {
  await keepApart(folder);
  await scaleBacktest(folder);
}

/**
 * Sets an earlier commit up beside this build, in `.logwave/builds`, with the packages of its own
 * lock file. What is complete there is used again.
 *
 * @returns the folder of its sources
 * @throws Error where git does not know the commit or npm cannot install its packages
 */
export async function provideEarlierBuild(
  commit: string,
  say: (line: string) => void,
): Promise<string> {
  const folder = join(BUILDS, commit);
  if (existsSync(join(folder, COMPLETE))) {
    await adapt(folder);
    return folder;
  }
  say(`Setting commit ${commit} up beside this build: git worktree, npm ci.`);
  await rm(folder, { recursive: true, force: true });
  await run('git', ['worktree', 'prune'], { cwd: ROOT });
  await run('git', ['worktree', 'add', '--detach', folder, commit], { cwd: ROOT });
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  await adapt(folder);
  await writeFile(join(folder, COMPLETE), '');
  return folder;
}
