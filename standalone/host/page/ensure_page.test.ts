import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { HostError } from '../host_error';
import { ensurePage, type Page } from './ensure_page';

let root: string;
let folder: string;
const said: string[] = [];

const write = (path: string, text: string): Promise<void> => writeFile(join(root, path), text);
const ensure = (): Promise<Page> => ensurePage(root, folder, (line) => void said.push(line));
const contentOf = ({ manifest }: Page): Promise<string> =>
  readFile(join(folder, manifest.script), 'utf8');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'logwave-project-'));
  folder = join(root, 'built/page');
  said.length = 0;
  await mkdir(join(root, 'public/standalone'), { recursive: true });
  await write('package-lock.json', '{}');
  await write('public/standalone/before.ts', '');
  await write('public/standalone/light.css', 'body { color: black }');
  await write('public/standalone/dark.css', 'body { color: white }');
  await write('public/standalone/words.ts', `export const words = '${'wave'.repeat(500)}';`);
  await write('public/standalone/index.ts', `import { words } from './words'; console.log(words);`);
});
afterEach(() => rm(root, { recursive: true }));

describe('ensurePage', () => {
  it('builds the page once, and says so', async () => {
    const { manifest } = await ensure();
    expect(said).toEqual(['Building the page; this takes some seconds, once.']);
    expect(manifest.script).toMatch(/^main-[A-Z0-9]{8}\.js$/);
    expect(manifest.styles).toMatchObject({
      light: expect.stringMatching(/^light-[A-Z0-9]{8}\.css$/) as string,
      dark: expect.stringMatching(/^dark-[A-Z0-9]{8}\.css$/) as string,
    });
    expect((await ensure()).manifest).toEqual(manifest);
    expect(said).toHaveLength(1);
  });

  it('puts compressed copies next to files that are worth it', async () => {
    const page = await ensure();
    const script = await contentOf(page);
    const copy = (ending: string) => readFile(join(folder, page.manifest.script + ending));
    expect(brotliDecompressSync(await copy('.br')).toString()).toBe(script);
    expect(gunzipSync(await copy('.gz')).toString()).toBe(script);
    expect(await readdir(folder)).not.toContain(`${page.manifest.styles.light}.br`);
  });

  it('builds it again when one of its sources has changed, under another name', async () => {
    const before = await ensure();
    await write('public/standalone/words.ts', `export const words = 'changed';`);
    const after = await ensure();
    expect(after.manifest.script).not.toBe(before.manifest.script);
    expect(await contentOf(after)).toContain('changed');
  });

  it('builds it again when packages have changed or a file is gone', async () => {
    const { manifest } = await ensure();
    await write('package-lock.json', '{"packages": {}}');
    await ensure();
    expect(said).toHaveLength(2);
    await rm(join(folder, manifest.script));
    expect(await contentOf(await ensure())).toContain('wave');
  });

  it('keeps the page before for who has it open, and removes older ones', async () => {
    const [first, second] = [await ensure(), 'two'];
    await write('public/standalone/words.ts', `export const words = '${second}';`);
    const { manifest } = await ensure();
    expect(await readdir(folder)).toEqual(
      expect.arrayContaining([first.manifest.script, manifest.script]),
    );
    await write('public/standalone/words.ts', `export const words = 'three';`);
    await ensure();
    const names = await readdir(folder);
    expect(names).toContain(manifest.script);
    expect(names.filter((name) => name.startsWith(first.manifest.script))).toEqual([]);
  });

  it('builds it again if its manifest cannot be read', async () => {
    await ensure();
    await writeFile(join(folder, 'page.json'), '{"half": ');
    await ensure();
    expect(said).toHaveLength(2);
  });

  it('says in a sentence why it cannot be built', async () => {
    await write('public/standalone/index.ts', `import './nowhere';`);
    await expect(ensure()).rejects.toThrow(HostError);
    await expect(ensure()).rejects.toThrow(/cannot be built: .*nowhere/s);
    expect(await readdir(join(root, 'built'))).toEqual(['page']);
  });
});
