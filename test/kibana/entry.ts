import type { Page, Request } from 'playwright-core';
import type { Day } from '../../common/time/day';
import { subject } from '../browser/page/seen';
import { type Headers, inBrowser } from './page';

const OURS = '/bundles/plugin/logwave/';
const CHUNK = '**/logwave.chunk.*.js';
/** Times that an application is opened, and once before that. */
const OPENINGS = 5;

/** A script of ours that a page has loaded. */
export interface LoadedScript {
  readonly name: string;
  /** Bytes as sent. */
  readonly bytes: number;
}

async function scriptOf(request: Request): Promise<LoadedScript> {
  const { responseBodySize: bytes } = await request.sizes();
  return { name: new URL(request.url()).pathname.split('/').at(-1) ?? '', bytes };
}

/** Opens an application of Kibana. @returns which scripts of ours it has loaded */
export function scriptsInBrowser(
  url: string,
  app: string,
  headers: Headers,
): Promise<LoadedScript[]> {
  return inBrowser(headers, async (page) => {
    const finished: Request[] = [];
    page.on('requestfinished', (request) => {
      if (request.url().includes(OURS)) finished.push(request);
    });
    await page.goto(`${url}/app/${app}`);
    await page.waitForSelector(subject('breadcrumbs'));
    await page.waitForLoadState('networkidle');
    return Promise.all(finished.map(scriptOf));
  });
}

/** Opens a page while scripts do not come, and tries again until they do. */
async function retryUntilShown(page: Page, open: () => Promise<unknown>, shown: string) {
  await page.route(CHUNK, (route) => route.abort());
  await open();
  await page.waitForSelector(subject('logwaveLoadFailed'));
  await page.click(subject('logwaveLoadRetry'));
  await page.waitForSelector(subject('logwaveLoadFailed'));
  await page.unroute(CHUNK);
  await page.click(subject('logwaveLoadRetry'));
  await page.waitForSelector(subject(shown));
}

/** Opens a day, and then the settings from there, while the script of either does not come. */
export async function retryInBrowser(url: string, day: Day, headers: Headers): Promise<void> {
  await inBrowser(headers, async (page) => {
    const open = () => page.goto(`${url}/app/logwave/day/${day}`);
    await retryUntilShown(page, open, 'logwaveRow');
    const settings = page.locator('a[href$="/app/logwave/settings"]').first();
    await retryUntilShown(page, () => settings.click(), 'logwaveUninstall');
  });
}

/** Runs in the browser: milliseconds from the next press of a button until something is there. */
const TIME_FROM_PRESS = `(shown) => new Promise((resolve) => {
  addEventListener('click', () => {
    const from = performance.now();
    const look = () =>
      document.querySelector(shown) === null ? requestAnimationFrame(look) : resolve(performance.now() - from);
    look();
  }, { capture: true, once: true });
})`;

/**
 * Presses the name of an application in Kibana's menu.
 *
 * @returns milliseconds from the press until it is there, by the clock of the page: what this
 *   program needs to find and press the name is not a time of an application
 */
async function openFromMenu(page: Page, name: string, shown: string): Promise<number> {
  await page.click(subject('toggleNavButton'));
  const link = page.locator(`nav ${subject('collapsibleNavAppLink')}`, { hasText: name }).first();
  await link.waitFor();
  const time = page.evaluate<number>(`(${TIME_FROM_PRESS})(${JSON.stringify(shown)})`);
  await link.click();
  return time;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? NaN;
}

/** Median times of opening an application from Kibana's menu, in milliseconds. */
export interface OpeningTimes {
  readonly logwave: number;
  readonly discover: number;
}

/** Opens Logwave and Discover in turn from Kibana's menu, once to warm up and five times more. */
export function openingTimesInBrowser(url: string, headers: Headers): Promise<OpeningTimes> {
  return inBrowser(headers, async (page) => {
    // Discover keeps this range of time: without documents it would have nothing to show.
    await page.goto(`${url}/app/discover#/?_g=(time:(from:now-30d,to:now))`);
    const discoverShown = subject('unifiedHistogramQueryHits');
    await page.waitForSelector(discoverShown);
    const logwave: number[] = [];
    const discover: number[] = [];
    for (let opening = 0; opening <= OPENINGS; opening += 1) {
      logwave.push(await openFromMenu(page, 'Logwave', subject('logwaveRow')));
      discover.push(await openFromMenu(page, 'Discover', discoverShown));
    }
    return { logwave: median(logwave.slice(1)), discover: median(discover.slice(1)) };
  });
}
