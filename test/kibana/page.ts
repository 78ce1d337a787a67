import type { estypes } from '@elastic/elasticsearch';
import type { Page, Request } from 'playwright-core';
import type { Day } from '../../common/time/day';
import { findChromium, launchChromium } from '../browser/page/find_chromium';
import { subject } from '../browser/page/seen';

const APPEARS_WITHIN_MS = 60_000;

/** What tells Kibana who looks: its login page is not tested here. */
export type Headers = Readonly<Record<string, string>>;

/** A series whose documents are looked at. */
export interface LookedAt {
  readonly day: Day;
  readonly series: string;
  /** Events in its flagged hour. */
  readonly events: number;
}

/** What Discover asks Elasticsearch for, and what it shows. */
export interface DiscoverSearch {
  readonly index: string;
  readonly query: estypes.QueryDslQueryContainer;
  /** How many documents it says there are. */
  readonly shown: number;
}

/** Several searches that Kibana's page sends at once; those for documents name fields. */
type Batch = readonly {
  readonly request: {
    readonly params: {
      readonly index: string;
      readonly body: { readonly query: DiscoverSearch['query']; readonly fields?: unknown };
    };
  };
}[];

/** Opens a page of Kibana, and minds that nothing is thrown in it. */
export async function inBrowser<T>(headers: Headers, act: (page: Page) => Promise<T>): Promise<T> {
  const program = findChromium();
  if (program === undefined) throw new Error('there is no Chromium: install one');
  const browser = await launchChromium(program);
  try {
    const page = await browser.newPage({
      extraHTTPHeaders: { ...headers },
      viewport: { width: 1400, height: 1000 },
    });
    page.setDefaultTimeout(APPEARS_WITHIN_MS);
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    const result = await act(page);
    expect(faults).toEqual([]);
    return result;
  } finally {
    await browser.close();
  }
}

/** The text of the first element of a test subject; empty if there is none. */
export async function textOf(page: Page, name: string): Promise<string> {
  return (await page.locator(subject(name)).first().textContent()) ?? '';
}

async function openDay(page: Page, url: string, day: Day): Promise<void> {
  await page.goto(`${url}/app/logwave/day/${day}`);
  await page.waitForSelector(subject('logwaveRow'));
}

/** Opens the app inside Kibana, analyzes a day that was not analyzed and looks at one that was. */
export async function analyzeInBrowser(
  url: string,
  fresh: Day,
  analyzed: Day,
  headers: Headers,
): Promise<void> {
  await inBrowser(headers, async (page) => {
    await page.goto(`${url}/app/logwave/day/${fresh}`);
    await page.click(`${subject('logwaveAnalyzeFirst')}, ${subject('logwaveAnalyze')}`);
    await page.waitForSelector(subject('logwaveTable'));
    await openDay(page, url, analyzed);
    expect(await page.title()).toMatch(/Logwave.*Elastic/);
    expect(await textOf(page, 'breadcrumbs')).toContain('Logwave');
  });
}

/** The search of a request of Discover for documents; undefined if it is about something else. */
function searchOf(request: Request): Omit<DiscoverSearch, 'shown'> | undefined {
  if (!request.url().includes('/internal/bsearch')) return undefined;
  const { batch } = JSON.parse(request.postData() ?? '{}') as { readonly batch?: Batch };
  const params = batch
    ?.map((one) => one.request.params)
    .find(({ body }) => body.fields !== undefined);
  return params && { index: params.index, query: params.body.query };
}

async function copySentence(page: Page): Promise<void> {
  await page.evaluate(
    "document.addEventListener('copy', () => { window.copied = String(getSelection()) })",
  );
  await page.click(subject('logwaveCopySentence'));
  const copied = await page.evaluate<string>('window.copied');
  expect(copied.startsWith(`${await textOf(page, 'logwaveTicket')} Hours are in `)).toBe(true);
  expect(copied).toContain('/app/logwave/day/');
}

/** How many documents Discover says that it has found, beside the first of them. */
async function shownHits(page: Page): Promise<number> {
  await page
    .locator(subject('docTableCell'), { hasNotText: /^$/ })
    .or(page.locator(subject('dataGridRowCell'), { hasNotText: /^$/ }))
    .first()
    .waitFor();
  const hits = (await page.locator(subject('unifiedHistogramQueryHits')).textContent()) ?? '';
  return Number(hits.replace(/\D/g, ''));
}

/** Presses a link to Discover. @returns what Discover then asks Elasticsearch for, and shows */
async function searchBehind(page: Page, name: string): Promise<DiscoverSearch> {
  const asked = page.waitForRequest((request) => searchOf(request) !== undefined);
  await page.click(subject(name));
  await page.waitForURL('**/app/discover**');
  const search = searchOf(await asked);
  if (search === undefined) throw new Error('Discover asked for no documents');
  return { ...search, shown: await shownHits(page) };
}

/**
 * The morning inside Kibana: see the day, open a series, copy its sentence, go to its documents.
 *
 * @returns what Discover then asks Elasticsearch for
 */
export async function morningInBrowser(
  url: string,
  { day, series, events }: LookedAt,
  headers: Headers,
): Promise<DiscoverSearch> {
  return inBrowser(headers, async (page) => {
    await openDay(page, url, day);
    expect(await textOf(page, 'logwaveSummary')).toMatch(/^1 of 2 series unusual/);
    const row = page.locator(subject('logwaveRow'), { hasText: series });
    await row.locator(subject('logwaveRowOpen')).click();
    await page.waitForSelector(subject('logwaveTicket'));
    await page.locator('.lwChart canvas').first().waitFor();
    await copySentence(page);
    expect(await textOf(page, 'logwaveSeriesDiscover')).toContain(`${events} events`);
    return searchBehind(page, 'logwaveSeriesDiscover');
  });
}

/** Asks a page of the application for its keys. @returns them, one after the other */
async function keysOf(page: Page): Promise<string> {
  await page.keyboard.press('?');
  const list = page.locator(subject('logwaveKeys'));
  await list.waitFor();
  const keys = await list.locator('kbd').allTextContents();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  return keys.join(' ');
}

/**
 * Looks at a day and a series by key and pointer: each lists its own keys, the hour under the pointer
 * is named once, rows can share one scale, and a line of the log opens to its whole text.
 */
export async function keysInBrowser(
  url: string,
  { day, series }: Omit<LookedAt, 'events'>,
  headers: Headers,
): Promise<void> {
  await inBrowser(headers, async (page) => {
    await openDay(page, url, day);
    expect(await keysOf(page)).toBe('/ j  k o d e  i u ←  → [  ] Esc ?');
    const row = page.locator(subject('logwaveRow'), { hasText: series });
    await row.locator('svg.lwSpark').hover({ position: { x: 4, y: 20 } });
    await page.waitForSelector('thead .lwAtHour');
    expect(await page.locator('thead .lwAtHour').allTextContents()).toEqual(['at 00:00']);
    await page.selectOption(subject('logwaveScale'), 'common');
    await page.waitForURL('**scale=common**');
    await row.locator(subject('logwaveRowOpen')).click();
    await page.waitForSelector(subject('logwaveLines'));
    expect(await keysOf(page)).toBe('j  k e  i u ←  → [  ] Esc ?');
    const line = page.locator(`${subject('logwaveLines')} details`).first();
    await line.locator('summary').click();
    expect(await line.getAttribute('open')).not.toBeNull();
  });
}

/**
 * Who may not tag: from the day to the documents of all its flagged hours.
 *
 * @returns what Discover then asks Elasticsearch for
 */
export async function foundInBrowser(
  url: string,
  day: Day,
  headers: Headers,
): Promise<DiscoverSearch> {
  return inBrowser(headers, async (page) => {
    await openDay(page, url, day);
    expect(await textOf(page, 'logwaveNotes')).toContain('none is tagged');
    return searchBehind(page, 'logwaveFoundDiscover');
  });
}

/** Who may only read: all results, no button that would be refused, and what is missing in words. */
export async function readInBrowser(url: string, day: Day, headers: Headers): Promise<void> {
  await inBrowser(headers, async (page) => {
    await openDay(page, url, day);
    expect(await page.locator(subject('logwaveRow')).count()).toBe(2);
    expect(await textOf(page, 'logwaveSummary')).toMatch(/^1 of 2 series unusual/);
    expect(await page.locator(subject('logwaveAnalyze')).count()).toBe(0);
    // Neither the logs nor Discover: that is said once, and no link leads to a refusal.
    expect(await textOf(page, 'logwaveNotes')).toContain('You cannot read the logs of');
    expect(await page.locator(subject('logwaveRowDocuments')).count()).toBe(0);
    await page.locator(subject('logwaveRowOpen')).first().click();
    await page.waitForSelector(subject('logwaveTicket'));
    expect(await textOf(page, 'logwaveVerdict')).toBe('More.');
    await page.locator('.lwChart canvas').first().waitFor();
    // The user may not open Discover.
    expect(await page.locator(subject('logwaveSeriesDiscover')).count()).toBe(0);
  });
}

/** Renews the key of the schedule by the button of the month page. */
export async function renewInBrowser(url: string, to: Day, headers: Headers): Promise<void> {
  await inBrowser(headers, async (page) => {
    await page.goto(`${url}/app/logwave/month/${to}`);
    await page.click(subject('logwaveKeyRenew'));
    await page.locator(subject('logwaveKeyNotice')).waitFor({ state: 'detached' });
  });
}

/** Changes a limit in the page: what it would do is said, and it is saved. @returns what is said */
export async function settingsInBrowser(
  url: string,
  limit: number,
  headers: Headers,
): Promise<string> {
  return inBrowser(headers, async (page) => {
    await page.goto(`${url}/app/logwave/settings`);
    await page.fill(subject('logwaveSetting-score_limit'), String(limit));
    const preview = page.locator(subject('logwavePreview'), { hasText: 'With these settings' });
    await preview.waitFor();
    const said = (await preview.textContent()) ?? '';
    await page.click(subject('logwaveSaveSettings'));
    await page.locator(subject('logwaveSaveState'), { hasText: 'Saved' }).waitFor();
    return said;
  });
}

/** Removes settings and schedule in the page. @returns what the page says was done */
export async function uninstallInBrowser(url: string, headers: Headers): Promise<string> {
  return inBrowser(headers, async (page) => {
    await page.goto(`${url}/app/logwave/settings`);
    await page.click(subject('logwaveUninstall'));
    expect(await textOf(page, 'logwaveUninstallStays')).toContain('Logwave leaves behind');
    await page.click(subject('confirmModalConfirmButton'));
    await page.waitForSelector(subject('logwaveUninstalled'));
    return textOf(page, 'logwaveUninstalled');
  });
}
