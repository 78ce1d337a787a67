import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { HostError } from '../host_error';
import { buildPage } from './build_page';
import { buildKey } from './bundle_page';
import { hashOf, MANIFEST, readManifest, type PageManifest } from './page_manifest';
import { allOver } from '../../../server/app/basics';

/** A page that is ready to be served. */
export interface Page {
  readonly folder: string;
  readonly manifest: PageManifest;
}

/**
 * A page that was built before, as the package has it.
 *
 * @throws HostError if it does not exist
 */
export async function openPage(folder: string): Promise<Page> {
  const manifest = await readManifest(folder);
  if (manifest !== undefined) return { folder, manifest };
  throw new HostError(`there is no page in ${folder}: install Logwave again`);
}

async function isCurrent(root: string, folder: string, manifest: PageManifest): Promise<boolean> {
  if (manifest.key !== (await buildKey(root))) return false;
  const there = new Set(await readdir(folder));
  if (!manifest.files.every((file) => there.has(file))) return false;
  const hashes = await allOver(manifest.inputs.map(([path]) => hashOf(resolve(root, path))));
  return manifest.inputs.every(([, hash], index) => hashes[index] === hash);
}

function isOf(manifest: PageManifest, name: string): boolean {
  return name === MANIFEST || manifest.files.includes(name.replace(/\.(br|gz)$/, ''));
}

/**
 * Removes files that belong neither to this page nor to the one before. A browser that still has
 * the one before open finds the rest of it.
 */
async function sweep(folder: string, kept: readonly PageManifest[]): Promise<void> {
  const names = await readdir(folder);
  const old = names.filter((name) => !kept.some((manifest) => isOf(manifest, name)));
  await allOver(old.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

/**
 * The page of this version of the project: the one in the folder, or else one that is built now.
 *
 * @param root the project's folder
 * @param folder where built pages are kept
 * @param say receives a line if it takes a moment
 * @param build writes a page and its manifest into the folder
 * @throws HostError if it cannot be built
 */
export async function ensurePage(
  root: string,
  folder: string,
  say: (line: string) => void,
  build: (root: string, folder: string) => Promise<void> = buildPage,
): Promise<Page> {
  await mkdir(folder, { recursive: true });
  const before = await readManifest(folder);
  if (before !== undefined && (await isCurrent(root, folder, before))) {
    return { folder, manifest: before };
  }
  say('Building the page; this takes some seconds, once.');
  await build(root, folder).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HostError(`the page cannot be built: ${reason}`);
  });
  const manifest = await readManifest(folder);
  if (manifest === undefined) throw new HostError(`there is no page in ${folder}: start again`);
  await sweep(folder, before === undefined ? [manifest] : [manifest, before]);
  return { folder, manifest };
}
