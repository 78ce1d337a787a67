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
    const { code, required } = await bundled(`
      import moment from 'moment';
      import { createElement } from 'react';
      export const plugin = () => [moment(), createElement()];
    `);
    expect(required).toEqual(['moment', 'react']);
    const shared = { Moment: () => 'time', React: { createElement: () => 'element' } };
    const load = run(code, shared).get('plugin/logwave/public');
    expect(load?.().plugin()).toEqual(['time', 'element']);
  });

  it('runs once, when Kibana asks for it and not before', async () => {
    const { code } = await bundled(`
      import { tell } from 'rxjs';
      tell();
      export const plugin = () => 1;
    `);
    let told = 0;
    const load = run(code, { Rxjs: { tell: () => (told += 1) } }).get('plugin/logwave/public');
    expect(told).toBe(0);
    expect(load?.()).toBe(load?.());
    expect(told).toBe(1);
  });

  it('throws on a module that it does not know', async () => {
    const { code } = await bundled(`
      declare const require: (id: string) => unknown;
      export const plugin = (): unknown => require(['re', 'act'].join(''));
    `);
    const load = run(code, { React: {} }).get('plugin/logwave/public');
    expect(() => load?.().plugin()).toThrow('no module react');
  });

  it('fails on a value of Kibana that is not shared, naming the place', async () => {
    const building = bundled(
      `import { x } from '@kbn/core/public';\nexport const plugin = () => x;`,
    );
    await expect(building).rejects.toThrow(/index\.ts:1: Kibana 8\.12\.2 does not share/);
  });

  it('erases types of Kibana', async () => {
    const { code } = await bundled(
      `import type { x } from '@kbn/core/public';\nexport const plugin = (given: x) => given;`,
    );
    expect(code).not.toContain('@kbn/core');
  });

  it('fails on what would bring a second copy of a shared package', async () => {
    const building = bundled(`import x from 'lodash/get';\nexport const plugin = () => x;`);
    await expect(building).rejects.toThrow('import from "lodash"');
  });
});
