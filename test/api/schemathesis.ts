import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const VERSION = '4.32.5';
const CONFIG = join(__dirname, 'schemathesis.toml');
/** All of it takes some minutes; a run that hangs ends, and has then failed. */
const MAX_MS = 1_200_000;
const REQUEST_SECONDS = 60;

/** Runs a program in the terminal; gives its exit code. */
function run(command: string, args: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit', timeout: MAX_MS });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function runOrFail(command: string, args: readonly string[], cwd: string): Promise<void> {
  const code = await run(command, args, cwd);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}

/**
 * Puts Schemathesis of one version into a Python of its own, where it is not yet.
 *
 * @param folder where such things are kept, `.logwave` of the project
 * @returns its program
 * @throws where there is no Python 3.10 or newer, or its packages cannot be had
 */
export async function installSchemathesis(folder: string): Promise<string> {
  const home = join(folder, `schemathesis-${VERSION}`);
  const python = join(home, 'bin', 'python');
  if (!existsSync(home)) {
    // Packages of a half-done installation would be taken for whole: it is marked by its name.
    const unfinished = `${home}-unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await runOrFail('python3', ['-m', 'venv', unfinished], folder);
    const pip = ['-m', 'pip', 'install', '--quiet', `schemathesis==${VERSION}`];
    await runOrFail(join(unfinished, 'bin', 'python'), pip, folder);
    await rename(unfinished, home);
  }
  return python;
}

/** Which operations, and with what to call them. */
export interface Calls {
  readonly url: string;
  /** A file with the description. */
  readonly description: string;
  readonly args: readonly string[];
}

/** Calls an API by its description; gives the exit code, 0 where nothing was found. */
export function callBySchemathesis(
  python: string,
  { url, description, args }: Calls,
  folder: string,
): Promise<number> {
  const fixed = [
    ['--config-file', CONFIG],
    ['--no-color'],
    ['run', description, '--url', url],
    ['--phases', 'examples,coverage,fuzzing'],
    ['--request-timeout', String(REQUEST_SECONDS)],
    ['--generation-database', 'none', '--suppress-health-check', 'all', '--warnings', 'off'],
  ].flat();
  return run(python, ['-m', 'schemathesis.cli', ...fixed, ...args], folder);
}
