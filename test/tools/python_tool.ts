import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** All of it takes some minutes; a run that hangs ends, and has then failed. */
const MAX_MS = 1_200_000;

/** Runs a program in the terminal; gives its exit code. */
export function runInTerminal(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit', timeout: MAX_MS });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function runOrFail(command: string, args: readonly string[], cwd: string): Promise<void> {
  const code = await runInTerminal(command, args, cwd);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}

/**
 * Puts packages of Python into a place of their own, where they are not yet.
 *
 * @param folder where such things are kept, `.logwave` of the project
 * @param packages with their versions, such as `schemathesis==4.32.5`; the first names the place
 * @returns its Python: `-m` runs what is in the packages
 * @throws where there is no Python 3.10 or newer, or the packages cannot be had
 */
export async function installPythonTool(
  folder: string,
  packages: readonly string[],
): Promise<string> {
  const home = join(folder, (packages[0] ?? '').replace('==', '-'));
  if (!existsSync(home)) {
    // Packages of a half-done installation would be taken for whole: it is marked by its name.
    const unfinished = `${home}-unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await runOrFail('python3', ['-m', 'venv', unfinished], folder);
    const pip = ['-m', 'pip', 'install', '--quiet', ...packages];
    await runOrFail(join(unfinished, 'bin', 'python'), pip, folder);
    // The programs in it go on naming the place where they were made.
    await rename(unfinished, home);
  }
  return join(home, 'bin', 'python');
}
