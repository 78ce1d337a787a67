import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, transform } from 'esbuild';
import { browser } from '../../../package.json';
import { bundleBrowser } from '../bundle_browser';
import { sharedModules } from '../shared_modules';
import { lowerPackages, READABLE } from './lower_packages';

const ROOT = resolve(__dirname, '../../..');
const COPIED = Object.keys(browser);

/** Whether nothing in a file has to be lowered. */
async function isReadable(path: string): Promise<boolean> {
  const code = await readFile(path, 'utf8');
  const as = async (target: string) => (await transform(code, { target })).code;
  return (await as(READABLE)) === (await as('esnext'));
}

/** What Kibana's tools of 8.12 find in packages that are not copied; and what the page imports. */
async function pageInputs() {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['public/index.ts'],
    bundle: true,
    write: false,
    outdir: 'out',
    platform: 'browser',
    mainFields: ['browser', 'main'],
    external: [...sharedModules.keys(), ...COPIED],
    metafile: true,
    logLevel: 'silent',
  });
  const inputs = Object.entries(metafile.inputs);
  return {
    packaged: inputs.flatMap(([path]) => (path.includes('node_modules/') ? path : [])),
    imported: new Set(inputs.flatMap(([, { imports }]) => imports.map(({ path }) => path))),
  };
}

describe('packages for the tools of Kibana 8.12', () => {
  let folder: string;
  let copies: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'logwave-copies-'));
    copies = await lowerPackages(ROOT, folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are copied unless their syntax is readable', async () => {
    const { packaged, imported } = await pageInputs();
    const unread = [];
    for (const path of packaged) if (!(await isReadable(join(ROOT, path)))) unread.push(path);
    expect(packaged.length).toBeGreaterThan(0);
    expect(unread).toEqual([]);
    expect(COPIED.filter((id) => !imported.has(id))).toEqual([]);
  });

  it('are readable as copies, and were not before', async () => {
    expect(copies.length).toBe(COPIED.length);
    for (const path of copies) expect(await isReadable(join(folder, path))).toBe(true);
    expect(await isReadable(join(ROOT, 'node_modules/zod/v4/core/util.cjs'))).toBe(false);
  });

  it.each(Object.entries(browser))('export the same from the copy of %s', async (id, path) => {
    const { metafile } = await build({
      entryPoints: [join(folder, path)],
      bundle: true,
      write: false,
      format: 'esm',
      external: [...sharedModules.keys()],
      metafile: true,
    });
    const [output] = Object.values(metafile.outputs);
    const installed = Object.keys(jest.requireActual<object>(id));
    expect(output?.exports.sort()).toEqual(installed.sort());
  });

  it('are taken as they are installed by the build of the plugin', async () => {
    const { inputs } = await bundleBrowser(ROOT, 'public/index.ts', 'logwave');
    expect(inputs.filter((path) => path.startsWith('.logwave/'))).toEqual([]);
    for (const id of COPIED) {
      expect(inputs.some((path) => path.startsWith(`node_modules/${id}/`))).toBe(true);
    }
  });
});
