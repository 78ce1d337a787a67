import type { Page } from 'playwright-core';
import type { Day } from '../../common/time/day';
import { findChromium, launchChromium } from '../browser/page/find_chromium';
import { subject } from '../browser/page/seen';

const APPEARS_WITHIN_MS = 60_000;
/** How Discover says how many documents there are; its name differs from version to version. */
const HITS = ['unifiedHistogramQueryHits', 'discoverQueryHits'].map(subject).join(', ');

/** What tells Kibana who looks: its login page is none of our business. */
type Headers = Readonly<Record<string, string>>;

/** A series whose documents are looked at. */
export interface LookedAt {
  readonly day: Day;
  readonly series: string;
  /** Events in its flagged hour. */
  readonly events: number;
}

/** Opens a page of Kibana, and minds that nothing is thrown in it. */
async function inBrowser(headers: Headers, act: (page: Page) => Promise<void>): Promise<void> {
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
    await act(page);
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
  }
}

async function textOf(page: Page, name: string): Promise<string> {
  return (await page.locator(subject(name)).first().textContent()) ?? '';
}

async function openDay(page: Page, url: string, day: Day): Promise<void> {
  await page.goto(`${url}/app/logwave/day/${day}`);
  await page.waitForSelector(subject('logwaveRow'));
}

/** Opens the app inside Kibana, analyses a day that was not analysed and looks at one that was. */
export async function analyseInBrowser(
  url: string,
  fresh: Day,
  analysed: Day,
  headers: Headers,
): Promise<void> {
  await inBrowser(headers, async (page) => {
    await page.goto(`${url}/app/logwave/day/${fresh}`);
    await page.click(`${subject('logwaveAnalyzeFirst')}, ${subject('logwaveAnalyze')}`);
    await page.waitForSelector(subject('logwaveTable'));
    await openDay(page, url, analysed);
    expect(await page.title()).toMatch(/Logwave.*Elastic/);
    expect(await textOf(page, 'breadcrumbs')).toContain('Logwave');
  });
}

async function copySentence(page: Page): Promise<void> {
  await page.evaluate(
    "document.addEventListener('copy', () => { window.copied = String(getSelection()) })",
  );
  await page.click(subject('logwaveCopySentence'));
  expect(await page.evaluate('window.copied')).toBe(await textOf(page, 'logwaveTicket'));
}

/** The morning inside Kibana: see the day, open a series, copy its sentence, go to its documents. */
export async function morningInBrowser(
  url: string,
  { day, series, events }: LookedAt,
  headers: Headers,
): Promise<void> {
  await inBrowser(headers, async (page) => {
    await openDay(page, url, day);
    expect(await textOf(page, 'logwaveSummary')).toMatch(/^1 of 2 series unusual/);
    const row = page.locator(subject('logwaveRow'), { hasText: series });
    await row.locator(subject('logwaveRowOpen')).click();
    await page.waitForSelector(subject('logwaveTicket'));
    await page.locator('.lwChart canvas').first().waitFor();
    await copySentence(page);
    const link = page.locator(subject('logwaveSeriesDiscover'));
    expect(await link.textContent()).toContain(`${events} events`);
    await link.click();
    await page.waitForURL('**/app/discover**');
    await page.locator(HITS, { hasText: new RegExp(`^${events}\\b`) }).waitFor();
  });
}

/** Who may only read: all results, no button that would be refused, and what is missing in words. */
export async function readInBrowser(url: string, day: Day, headers: Headers): Promise<void> {
  await inBrowser(headers, async (page) => {
    await openDay(page, url, day);
    expect(await page.locator(subject('logwaveRow')).count()).toBe(2);
    expect(await textOf(page, 'logwaveSummary')).toMatch(/^1 of 2 series unusual/);
    expect(await page.locator(subject('logwaveAnalyze')).count()).toBe(0);
    expect(await textOf(page, 'logwaveNotes')).toContain('none tagged');
    await page.locator(subject('logwaveRowOpen')).first().click();
    await page.waitForSelector(subject('logwaveTicket'));
    expect(await textOf(page, 'logwaveVerdict')).toBe('More.');
    await page.locator('.lwChart canvas').first().waitFor();
  });
}
