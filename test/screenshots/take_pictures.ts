import { writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { subject } from '../browser/page/seen';
import { smallPng } from './small_png';
import { DAY, NOW, type Stage } from './stage';

/** A view of the application. */
interface View {
  /** Of the picture's file. */
  readonly name: string;
  readonly path: string;
  /** The test subject that appears when all is there. */
  readonly sign: string;
  readonly theme?: 'dark';
  /** What is done before the picture is taken. */
  readonly act?: (page: Page, stage: Stage) => Promise<void>;
}

const SIZE = { width: 1400, height: 1000 };
const REPORT_SIZE = { width: 1200, height: 857 };
const DAY_PATH = `/day/${DAY}`;
const SERIES_PATH = `${DAY_PATH}/series?source=syslog&subtype=5`;
/** Each search takes so long while an analysis is looked at. */
const SLOW_MS = 400;

const FIRST: readonly View[] = [{ name: 'first-run', path: DAY_PATH, sign: 'logwaveAnalyzeFirst' }];

const RESULTS: readonly View[] = [
  { name: 'overview', path: DAY_PATH, sign: 'logwaveRow' },
  { name: 'dark', path: DAY_PATH, sign: 'logwaveRow', theme: 'dark' },
  { name: 'series', path: SERIES_PATH, sign: 'logwaveFields' },
  { name: 'series-dark', path: SERIES_PATH, sign: 'logwaveFields', theme: 'dark' },
  { name: 'month', path: `/month/${DAY}`, sign: 'logwaveMonth' },
  { name: 'settings', path: '/settings', sign: 'logwaveSource-syslog' },
];

const RUNNING: View = {
  name: 'analyzing',
  path: DAY_PATH,
  sign: 'logwaveRow',
  act: async (page, { elasticsearch }) => {
    elasticsearch.setDelay(SLOW_MS);
    await page.click(subject('logwaveAnalyze'));
    await page.locator(subject('logwaveUnusualSoFar')).waitFor();
  },
};

const AWAY: View = {
  name: 'unreachable',
  path: DAY_PATH,
  sign: 'logwaveRow',
  act: async (page, { elasticsearch }) => {
    await elasticsearch.setAway(true);
    // To another day and back: the earlier result is still there.
    await page.keyboard.press('[');
    await page.waitForSelector(subject('logwaveFault'));
    await page.keyboard.press(']');
    await page.waitForSelector(subject('logwaveRow'));
    await page.waitForSelector(subject('logwaveFault'));
    await elasticsearch.setAway(false);
  },
};

/** What is asked for has come, and nothing blinks or points. */
async function settle(page: Page, { sign, act }: View, stage: Stage): Promise<void> {
  await page.locator(subject(sign)).first().waitFor();
  await page.waitForLoadState('networkidle');
  await act?.(page, stage);
}

async function take(browser: Browser, stage: Stage, view: View): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: SIZE,
    colorScheme: view.theme ?? 'light',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(NOW);
  await page.goto(stage.url + view.path);
  await settle(page, view, stage);
  const picture = await page.screenshot({ animations: 'disabled' });
  await context.close();
  return picture;
}

/** The report as a mail's attachment opens in a browser. */
async function takeReport(browser: Browser, html: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: REPORT_SIZE, colorScheme: 'light' });
  await page.setContent(html);
  const picture = await page.screenshot({ animations: 'disabled' });
  await page.close();
  return picture;
}

/** Where pictures go, and which of them are taken. */
export interface Album {
  readonly fileOf: (name: string) => string;
  readonly isWanted: (name: string) => boolean;
  readonly say: (line: string) => void;
}

/** Takes pictures: before the first run, of results, of a run, and without Elasticsearch. */
export async function takePictures(
  browser: Browser,
  stage: Stage,
  { fileOf, isWanted, say }: Album,
): Promise<void> {
  const save = async (name: string, taken: Buffer): Promise<void> => {
    const picture = smallPng(taken);
    await writeFile(fileOf(name), picture);
    say(`${name}.png: ${Math.ceil(picture.length / 1024)} kB`);
  };
  const saveView = async (view: View): Promise<void> => {
    if (isWanted(view.name)) await save(view.name, await take(browser, stage, view));
  };
  for (const view of FIRST) await saveView(view);
  await stage.analyze();
  if (isWanted('report')) await save('report', await takeReport(browser, await stage.report()));
  for (const view of [...RESULTS, AWAY, RUNNING]) await saveView(view);
}
