import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BuildError } from '../build_error';

const PACKAGE_BLOCK = /```\n(npx [^\n]+)\n/;
const PAGE_ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;
const PATIENCE_MS = 600_000;
const POLL_MS = 50;

/** The command that the README tells users of the package to type. */
export async function packageLineOf(root: string): Promise<string> {
  const [, line] = PACKAGE_BLOCK.exec(await readFile(join(root, 'README.md'), 'utf8')) ?? [];
  if (line === undefined)
    throw new BuildError('README.md has no block with a command for the package.');
  return line;
}

async function isServed(address: string): Promise<boolean> {
  return fetch(address).then(
    async (answer) => answer.ok && (await answer.text()).includes('<script'),
    () => false,
  );
}

/**
 * Runs a command that serves the page, until the page is available; then ends it.
 *
 * @param folder where it is typed
 * @returns milliseconds until the page was available
 * @throws BuildError with what it wrote, if no page comes
 */
export async function timeToPage(command: string, folder: string): Promise<number> {
  const started = performance.now();
  // A process group of its own: npx starts more processes, and all of them must end.
  const child = spawn(command, {
    cwd: folder,
    shell: true,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (said += text.toString()));
  }
  const ended = once(child, 'close');
  try {
    while (performance.now() - started < PATIENCE_MS && child.exitCode === null) {
      const [address] = PAGE_ADDRESS.exec(said) ?? [];
      if (address !== undefined && (await isServed(address))) return performance.now() - started;
      await wait(POLL_MS);
    }
    throw new BuildError(`"${command}" showed no page:\n${said}`);
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
    await ended;
  }
}
