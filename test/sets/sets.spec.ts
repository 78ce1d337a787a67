import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { buildPlugin } from '../../scripts/build/build_plugin';
import { provideEarlierBuild } from '../bench/earlier/earlier_build';
import { findChromium, launchChromium } from '../browser/page/find_chromium';
import { differingPixels, lookAround, type Look } from './looks';
import { MODULE_SETS, provideModuleSet } from './module_sets';
import { type BuiltPage, readBuild, startShapedKibana } from './shaped_page';

const run = promisify(execFile);
const ROOT = resolve(__dirname, '../..');
/** The last commit before these differences were known. */
const EARLIER = 'aac05a3';
const [FIRST = { minor: '' }, ...OTHERS] = MODULE_SETS;
/** Clearly different pixels of a chart that is the same but for how its edges are smoothed. */
const SMOOTHED = 40;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

let browser: Browser;
let blank: Page;
let folder: string;

beforeAll(async () => {
  const chromium = findChromium();
  if (chromium === undefined) throw new Error('there is no Chromium: install one');
  browser = await launchChromium(chromium);
  blank = await browser.newPage();
  folder = await mkdtemp(join(tmpdir(), 'logwave-sets-'));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Looks at a build with each set, by the version that the set stands for. */
async function looksOf(build: BuiltPage) {
  const looks = new Map<string, Look & { readonly faults: readonly string[] }>();
  for (const set of MODULE_SETS) {
    const kibana = await startShapedKibana(browser, await provideModuleSet(set), build);
    looks.set(set.minor, { ...(await lookAround(kibana)), faults: kibana.faults });
  }
  return (minor: string) => {
    const look = looks.get(minor);
    if (look === undefined) throw new Error(`nothing was seen of ${minor}`);
    return look;
  };
}

describe('this build', () => {
  let lookOf: Awaited<ReturnType<typeof looksOf>>;

  beforeAll(async () => {
    const { path } = await buildPlugin(ROOT, '8.12.2', folder);
    lookOf = await looksOf(await readBuild(path));
  });

  it.each(MODULE_SETS.map(({ minor }) => minor))(
    'shows all pages with the packages of Kibana %s without a fault',
    (minor) => {
      const { faults, emptyImages, unnamedFigures } = lookOf(minor);
      expect({ faults, emptyImages, unnamedFigures }).toEqual({
        faults: [],
        emptyImages: [],
        unnamedFigures: 0,
      });
    },
  );

  it.each(OTHERS.map(({ minor }) => minor))('says the same words with those of %s', (minor) => {
    expect(lookOf(minor).words).toEqual(lookOf(FIRST.minor).words);
  });

  it.each(OTHERS.map(({ minor }) => minor))(
    'draws the same chart with those of %s',
    async (minor) => {
      const pixels = await differingPixels(blank, lookOf(minor), lookOf(FIRST.minor));
      say(`${minor}: ${pixels} pixels of the chart differ clearly`);
      expect(pixels).toBeLessThan(SMOOTHED);
    },
  );
});

describe('the suite', () => {
  it('finds the three faults that the build of an earlier commit has in newer Kibana', async () => {
    const sources = await provideEarlierBuild(EARLIER, say);
    await run('npm', ['run', '--silent', 'build'], { cwd: sources });
    const zip = join(sources, 'build', 'logwave-8.12.2.zip');
    const lookOf = await looksOf(await readBuild(zip, sources));
    const found = [];
    for (const { minor } of MODULE_SETS) {
      const { emptyImages, unnamedFigures } = lookOf(minor);
      const pixels = await differingPixels(blank, lookOf(minor), lookOf(FIRST.minor));
      say(
        `${EARLIER}, ${minor}: ${emptyImages.length} empty images, ${unnamedFigures} figures without a name, ${pixels} pixels`,
      );
      found.push({
        minor,
        emptyImages,
        hasUnnamedFigures: unnamedFigures > 0,
        hasStrayPoints: pixels >= SMOOTHED,
      });
    }
    const none = { emptyImages: [], hasUnnamedFigures: false };
    const points = { hasUnnamedFigures: true, hasStrayPoints: true };
    expect(found).toEqual([
      { minor: '8.12', ...none, hasStrayPoints: false },
      { minor: '8.19', ...none, hasStrayPoints: true },
      { minor: '9.2', emptyImages: [], ...points },
      { minor: '9.5', emptyImages: [], ...points },
      { minor: 'later than 9.5', emptyImages: ['arrowDown', 'arrowLeft', 'arrowRight'], ...points },
    ]);
  });
});
