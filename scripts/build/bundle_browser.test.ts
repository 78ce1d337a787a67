import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { bundleBrowser } from './bundle_browser';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'logwave-bundle-'));
});
afterEach(() => rm(root, { recursive: true }));

async function bundled(code: string) {
  await writeFile(join(root, 'index.ts'), code);
  return bundleBrowser(root, 'index.ts', 'logwave');
}

/** What Kibana does with the script: runs it, then asks for the plugin. */
function run(code: string, shared: object) {
  const defined = new Map<string, () => { readonly plugin: () => unknown }>();
  const bundles = {
    define: (id: string, load: () => { readonly plugin: () => unknown }) => defined.set(id, load),
  };
  runInNewContext(code, { __kbnSharedDeps__: shared, __kbnBundles__: bundles });
  return defined;
}

describe('bundleBrowser', () => {
  it('takes shared modules from Kibana, default and named', async () => {
    const { entry } = await bundled(`
      import moment from 'moment';
      import { createElement } from 'react';
      export const plugin = () => [moment(), createElement()];
    `);
    expect(entry.required).toEqual(['moment', 'react']);
    const shared = { Moment: () => 'time', React: { createElement: () => 'element' } };
    const load = run(entry.code, shared).get('plugin/logwave/public');
    expect(load?.().plugin()).toEqual(['time', 'element']);
  });

  it('runs once, when Kibana asks for it and not before', async () => {
    const { entry } = await bundled(`
      import { tell } from 'rxjs';
      tell();
      export const plugin = () => 1;
    `);
    let told = 0;
    const load = run(entry.code, { Rxjs: { tell: () => (told += 1) } }).get(
      'plugin/logwave/public',
    );
    expect(told).toBe(0);
    expect(load?.()).toBe(load?.());
    expect(told).toBe(1);
  });

  it('throws on a module that it does not know', async () => {
    const { entry } = await bundled(`
      declare const require: (id: string) => unknown;
      export const plugin = (): unknown => require(['re', 'act'].join(''));
    `);
    const load = run(entry.code, { React: {} }).get('plugin/logwave/public');
    expect(() => load?.().plugin()).toThrow('no module react');
  });

  it('fails on a value of Kibana that is not shared, naming the place', async () => {
    const building = bundled(
      `import { x } from '@kbn/core/public';\nexport const plugin = () => x;`,
    );
    await expect(building).rejects.toThrow(/index\.ts:1: Kibana does not share/);
  });

  it('fails on a module that only some versions of Kibana share', async () => {
    const building = bundled(`import { zip } from 'fflate';\nexport const plugin = () => zip;`);
    await expect(building).rejects.toThrow(/index\.ts:1: Kibana 9\.2, .* does not share "fflate"/);
  });

  it('erases types of Kibana', async () => {
    const { entry } = await bundled(
      `import type { x } from '@kbn/core/public';\nexport const plugin = (given: x) => given;`,
    );
    expect(entry.code).not.toContain('@kbn/core');
  });

  it('fails on what would bring a second copy of a shared package', async () => {
    const building = bundled(`import x from 'lodash/get';\nexport const plugin = () => x;`);
    await expect(building).rejects.toThrow('import from "lodash"');
  });

  it('fails on a chunk that is not there', async () => {
    await expect(bundled(`export const plugin = () => import('./page');`)).rejects.toThrow(
      /index\.ts:1: .*\.\/page/,
    );
  });
});

describe('chunks', () => {
  const FOLDER = '/base/1/bundles/plugin/logwave/0.1.0/';
  const PLUGIN = `export const plugin = () => ({ open: () => import('./page') });`;

  /** A plugin that opens `page.ts`, in a browser. @param files by their names, without the ending */
  async function opened(files: Readonly<Record<string, string>>, plugin = PLUGIN) {
    for (const [name, code] of Object.entries(files)) {
      await writeFile(join(root, `${name}.ts`), code);
    }
    const { entry, chunks } = await bundled(plugin);
    const asked: string[] = [];
    let isSent = true;
    const window = { __kbnPublicPath__: { logwave: FOLDER } };
    const globals: Record<string, unknown> = { window, __kbnSharedDeps__: {} };
    const appendChild = (script: { src: string; onload(): void; onerror(): void }) => {
      asked.push(script.src);
      const code = chunks.get(script.src.slice(FOLDER.length));
      if (!isSent || code === undefined) return script.onerror();
      runInNewContext(code, globals);
      script.onload();
    };
    const document = { createElement: () => ({ remove: () => undefined }), head: { appendChild } };
    Object.assign(globals, { document });
    let load: (() => { plugin(): { open(): Promise<unknown> } }) | undefined;
    const define = (_: string, given: typeof load) => (load = given);
    runInNewContext(entry.code, { ...globals, __kbnBundles__: { define } });
    const open = () => load?.().plugin().open();
    return { entry, chunks, asked, open, send: (yes: boolean) => (isSent = yes) };
  }

  it('keeps what is imported dynamically out of the entry, under a name of its content', async () => {
    const one = await opened({ page: `export const words = 'the words of the page';` });
    const other = await opened({ page: `export const words = 'other words';` });
    expect(one.entry.code).not.toContain('the words of the page');
    const [[name = '', code = ''] = []] = one.chunks;
    expect(name).toMatch(/^logwave\.chunk\.page\.[0-9a-f]{16}\.js$/);
    expect(code).toContain('the words of the page');
    expect([...other.chunks.keys()]).not.toContain(name);
  });

  it('loads it once, from the folder that Kibana names', async () => {
    const page = `export const words = 'of the page';`;
    const { asked, chunks, open } = await opened({ page });
    expect(asked).toEqual([]);
    expect(await open()).toMatchObject({ words: 'of the page' });
    expect(await open()).toBe(await open());
    expect(asked).toEqual([...chunks.keys()].map((name) => FOLDER + name));
  });

  it('asks again for a chunk that did not come', async () => {
    const { asked, open, send } = await opened({ page: `export const words = 'of the page';` });
    send(false);
    await expect(open()).rejects.toThrow('was not loaded');
    send(true);
    expect(await open()).toMatchObject({ words: 'of the page' });
    expect(asked.length).toBe(2);
  });

  it('bring what they share once, and it is the same for each of them', async () => {
    const files = {
      state: `export const state = { from: 'the state of all' };`,
      form: `export const form = { from: 'the form of two' };`,
      page: `import { state } from './state';
        export const settings = () => import('./settings');
        export const month = () => import('./month');
        export { state };`,
      settings: `import { state } from './state'; import { form } from './form';
        export const settings = { state, form };`,
      month: `import { state } from './state'; import { form } from './form';
        export const month = { state, form };`,
    };
    const { chunks, asked, open } = await opened(files);
    const all = [...chunks.values()].join();
    for (const words of ['the state of all', 'the form of two']) {
      expect(all.split(words)).toHaveLength(2);
    }
    const page = (await open()) as {
      readonly state: object;
      settings(): Promise<{ readonly settings: { readonly state: object; readonly form: object } }>;
      month(): Promise<{ readonly month: { readonly state: object; readonly form: object } }>;
    };
    expect(asked).toHaveLength(1);
    const { settings } = await page.settings();
    const { month } = await page.month();
    expect(settings.state).toBe(page.state);
    expect(month.form).toBe(settings.form);
    const names = asked.map((address) => address.replace(/.*chunk\.|\.[0-9a-f]{16}\.js/g, ''));
    expect(names.sort()).toEqual(['month', 'month-settings', 'page', 'settings']);
  });

  it('have other names when what they open has changed', async () => {
    const page = `export const other = () => import('./other');`;
    const one = await opened({ page, other: `export const words = 'first';` });
    const changed = await opened({ page, other: `export const words = 'second';` });
    const same = [...one.chunks.keys()].filter((name) => changed.chunks.has(name));
    expect(same).toEqual([]);
    expect(changed.entry.code).not.toBe(one.entry.code);
  });
});
