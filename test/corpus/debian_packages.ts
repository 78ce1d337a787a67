import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Why the corpus cannot be made here, as a sentence without a final period. */
export class NoCorpus extends Error {
  override readonly name = 'NoCorpus';
}

function reasonOf(error: unknown): string {
  const isText = typeof error === 'object' && error !== null && 'stderr' in error;
  const text = isText ? String(error.stderr) : String(error);
  return text.trim().split('\n').at(-1) ?? text;
}

/**
 * Downloads packages by the machine's apt, and unpacks them below a folder, without installing them.
 *
 * @returns the folder that stands for the root of a machine with these packages
 * @throws NoCorpus where there is no apt, or it cannot get the packages
 */
export async function unpackPackages(folder: string, packages: readonly string[]): Promise<string> {
  const [downloads, root] = [join(folder, 'packages'), join(folder, 'root')];
  await mkdir(downloads, { recursive: true });
  await mkdir(root, { recursive: true });
  // apt downloads as a user of its own.
  await chmod(folder, 0o755);
  await chmod(downloads, 0o777);
  try {
    await run('apt-get', ['download', ...packages], { cwd: downloads });
    for (const name of await readdir(downloads)) {
      await run('dpkg-deb', ['-x', join(downloads, name), root]);
    }
  } catch (error) {
    throw new NoCorpus(`apt-get and dpkg-deb of Debian are needed: ${reasonOf(error)}`);
  }
  return root;
}

/** Whether the machine's apt knows a package; false where there is no apt. */
export async function hasPackage(name: string): Promise<boolean> {
  try {
    const { stdout } = await run('apt-cache', ['policy', name]);
    return /Candidate: \d/.test(stdout);
  } catch {
    return false;
  }
}
