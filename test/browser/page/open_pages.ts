import type { Page } from 'playwright-core';
import { describeWhere } from '../../setup/describe_where';
import { PAGE_FOLDER } from './build_page';
import { findChromium, launchChromium } from './find_chromium';
import { servePage, type ServedPage } from './serve_page';

/** How a page is opened. */
export interface PageOptions {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** The test subject by which the page is known to be there. */
  readonly waitFor?: string;
}

/** Pages over fixtures, and everything that went wrong in them. */
interface OpenPages {
  /** @param path begins with the name of a scenario: `/ordinary/day/2015-04-01` */
  readonly open: (path: string, options?: PageOptions) => Promise<Page>;
  /** Errors and warnings of the console, and exceptions that nobody caught. */
  readonly faults: string[];
  /** Keeps the first page for the next test, which saves a second of work, and closes the others. */
  readonly endTest: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Jest's `describe` where a Chromium is installed. */
export function describeInChromium(): jest.Describe {
  const missing = 'No Chromium is installed (apt-get install chromium).';
  return describeWhere(findChromium() !== undefined, missing);
}

function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
}

/** Makes a page as it is for a reader who was never here. */
async function forgetReader(page: Page): Promise<void> {
  page.removeAllListeners('dialog');
  await page.mouse.move(0, 0);
  await page.emulateMedia({ media: null, forcedColors: null });
  await page.evaluate('localStorage.clear(), sessionStorage.clear()');
}

/** Reloads an address, even if the page already shows it. */
async function show(
  page: Page,
  { origin }: ServedPage,
  path: string,
  { theme = 'light', width = 1400, height = 1000, waitFor = 'logwaveApp' }: PageOptions,
): Promise<void> {
  // What opens is there at once: how it fades in shows nothing.
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
  // Another hash alone loads nothing.
  if (path.includes('#')) await page.goto('about:blank');
  await page.goto(origin + path);
  await page.waitForSelector(`[data-test-subj="${waitFor}"]`);
  // A row is as high as its words are long.
  await page.evaluate('document.fonts.ready.then(() => true)');
}

/** Serves the page, which was built before, and starts a browser for it. */
async function openPages(): Promise<OpenPages> {
  const served = await servePage(PAGE_FOLDER);
  const browser = await launchChromium(findChromium() ?? '');
  const context = await browser.newContext();
  const faults: string[] = [];
  let kept: Page | undefined;
  const newPage = async (): Promise<Page> => {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    watch(page, faults);
    return page;
  };
  return {
    faults,
    open: async (path, options = {}) => {
      const page = kept ?? (await newPage());
      kept = undefined;
      await show(page, served, path, options);
      return page;
    },
    endTest: async () => {
      const [first, ...others] = context.pages();
      await Promise.all(others.map((page) => page.close()));
      if (first !== undefined) await forgetReader(first);
      kept = first;
    },
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}

/** Opens pages for the tests of a suite. Each is loaded again, and must have no errors. */
export function pagesOfSuite(): Pick<OpenPages, 'open'> & {
  /** What went wrong until now, for a test that means it to: afterward nothing has. */
  readonly takeFaults: () => readonly string[];
} {
  let pages: OpenPages | undefined;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages?.close());
  afterEach(async () => {
    await pages?.endTest();
    // Nothing may have broken the policy of the host, or thrown where nobody looks.
    expect(pages?.faults.splice(0)).toEqual([]);
  });
  return {
    open: (path, options) => {
      if (pages === undefined) throw new Error('pages are opened in tests only');
      return pages.open(path, options);
    },
    takeFaults: () => pages?.faults.splice(0) ?? [],
  };
}
