/** `npm run release`: builds package and zips twice, compares them, and tries the package. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { BuildError } from '../build_error';
import { buildPlugin, stampAll } from '../build_plugin';
import { DEFAULT_KIBANA_VERSION, knownVersions } from '../kibana_versions';
import { packageLineOf, timeToPage } from './try_package';

const ROOT = join(__dirname, '../../..');
const RELEASE = join(ROOT, 'build/release');
const SUMS = 'SHA256SUMS';
/** In bytes. */
const LIMITS = { packed: 5_000_000, installed: 30_000_000 };
const PAGE_WITHIN_MS = 5_000;

const run = promisify(execFile);
const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

async function buildAll(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const built = await buildPlugin(ROOT, DEFAULT_KIBANA_VERSION, folder);
  await stampAll(built, knownVersions);
  await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: ROOT });
}

/** As `sha256sum -c` reads it. */
async function sumsOf(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name !== SUMS).sort();
  const lines = names.map(async (name) => {
    const hash = createHash('sha256').update(await readFile(join(folder, name)));
    return `${hash.digest('hex')}  ${name}\n`;
  });
  return (await Promise.all(lines)).join('');
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = files.map(
    async ({ parentPath, name }) => (await stat(join(parentPath, name))).size,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function assertWithin(what: string, bytes: number, limit: number): void {
  console.log(`${what}: ${megabytes(bytes)} (at most ${megabytes(limit)})`);
  if (bytes > limit) throw new BuildError(`${what} is larger than ${megabytes(limit)}.`);
}

async function withEmptyFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'logwave-release-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Like a new user: installs the package into an empty folder, and types the README's line for it.
 */
async function tryPackage(file: string): Promise<void> {
  await withEmptyFolder(async (folder) => {
    await copyFile(file, join(folder, basename(file)));
    await run('npm', ['install', '--no-audit', '--no-fund', `./${basename(file)}`], {
      cwd: folder,
    });
    assertWithin('installed', await sizeOf(join(folder, 'node_modules')), LIMITS.installed);
    const ms = await timeToPage('npx logwave demo', folder);
    console.log(`installed, the page is there after ${seconds(ms)}`);
    if (ms > PAGE_WITHIN_MS) console.log(`Warning: the aim is ${seconds(PAGE_WITHIN_MS)}.`);
  });
  await withEmptyFolder(async (folder) => {
    await copyFile(file, join(folder, basename(file)));
    const line = await packageLineOf(ROOT);
    console.log(`"${line}" in an empty folder: ${seconds(await timeToPage(line, folder))}`);
  });
}

async function main(): Promise<void> {
  await rm(RELEASE, { recursive: true, force: true });
  await buildAll(RELEASE);
  const sums = await sumsOf(RELEASE);
  await withEmptyFolder(async (folder) => {
    await buildAll(folder);
    if ((await sumsOf(folder)) !== sums) {
      throw new BuildError(`A second build differs:\n${sums}\n${await sumsOf(folder)}`);
    }
  });
  await writeFile(join(RELEASE, SUMS), sums);
  console.log(`Built twice with the same hashes, in ${relative(process.cwd(), RELEASE)}:\n${sums}`);
  const packed = (await readdir(RELEASE)).find((name) => name.endsWith('.tgz')) ?? '';
  assertWithin('packed', (await stat(join(RELEASE, packed))).size, LIMITS.packed);
  await tryPackage(join(RELEASE, packed));
}

main().catch((error: unknown) => {
  console.error(error instanceof BuildError ? error.message : error);
  process.exitCode = 1;
});
