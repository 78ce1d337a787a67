import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundlePage } from './bundle_page';
import { compressFiles } from './compress_files';
import { MANIFEST } from './page_manifest';

/**
 * Builds the page in a temporary folder and moves it into its folder file by file, the manifest
 * last. So a host that serves the earlier page is not disturbed.
 *
 * @throws what esbuild reports
 */
export async function buildPage(root: string, folder: string): Promise<void> {
  const aside = await mkdtemp(`${folder}-new-`);
  try {
    const { manifest } = await bundlePage(root, aside);
    await compressFiles(aside, manifest.files);
    await writeFile(join(aside, MANIFEST), JSON.stringify(manifest));
    const names = (await readdir(aside)).filter((name) => name !== MANIFEST);
    for (const name of [...names, MANIFEST]) await rename(join(aside, name), join(folder, name));
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/**
 * Builds the page into an empty folder, as the package has it. The host only serves its own
 * machine, so compressed copies would only make the package larger.
 *
 * @returns the paths of all files that went in, from the project's folder
 * @throws what esbuild reports
 */
export async function buildPageFor(root: string, folder: string): Promise<readonly string[]> {
  const { manifest, inputs } = await bundlePage(root, folder);
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest));
  return inputs;
}
