import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { buildPlugin } from '../../../scripts/build/build_plugin';
import { findChromium, launchChromium } from '../../browser/page/find_chromium';
import { fixtureHostScript } from '../bundle_scripts';
import { lookAround, type Look } from '../looks';
import { MODULE_SETS, provideModuleSet } from '../module_sets';
import { type BuiltPage, readBuild, startShapedKibana } from '../shaped_page';
import { bundleAsKibana, type Mode } from './bundle_as_kibana';

const run = promisify(execFile);
const ROOT = resolve(__dirname, '../../..');
const MODES: readonly Mode[] = ['development', 'production'];

let browser: Browser;
let folder: string;

beforeAll(async () => {
  const chromium = findChromium();
  if (chromium === undefined) throw new Error('there is no Chromium: install one');
  browser = await launchChromium(chromium);
  folder = await mkdtemp(join(tmpdir(), 'logwave-optimizer-'));
  // The first half of `npm run plugin-helpers`.
  await run('npm', ['run', '--silent', 'build', '--', '--for-checkout'], { cwd: ROOT });
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** What is seen of a build with the packages of Kibana 8.12. */
async function lookAt(build: BuiltPage): Promise<Look & { readonly faults: readonly string[] }> {
  const [set] = MODULE_SETS;
  if (set?.minor !== '8.12') throw new Error('the first set is not that of Kibana 8.12');
  const kibana = await startShapedKibana(browser, await provideModuleSet(set), build);
  return { ...(await lookAround(kibana)), faults: kibana.faults };
}

describe("Kibana 8.12's own tools, with webpack 4", () => {
  let own: Look;

  beforeAll(async () => {
    const { path } = await buildPlugin(ROOT, '8.12.2', folder);
    own = await lookAt(await readBuild(path));
  });

  it.each(MODES)('bundle the page, which looks as from our own build, for %s', async (mode) => {
    const scripts = await bundleAsKibana(mode);
    const entry = scripts.get('logwave.plugin.js') ?? '';
    const all = [...scripts.values()].reduce((sum, { length }) => sum + length, 0);
    // What each page of Kibana loads does not contain the page of the plugin.
    expect(scripts.size).toBeGreaterThan(5);
    expect(entry.length).toBeLessThan(all / 20);

    const look = await lookAt({ scripts, host: await fixtureHostScript() });
    expect(look.faults).toEqual([]);
    expect(look.emptyImages).toEqual([]);
    expect(look.words).toEqual(own.words);
  });
});
