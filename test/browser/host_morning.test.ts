import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import type { Browser, Page } from 'playwright-core';
import { addDays } from '../../common/time/day';
import { dayAt, localDay } from '../../common/time/local_day';
import { acquireElasticsearch, type AcquiredElasticsearch } from '../../standalone/elasticsearch';
import { send } from '../contract/send';
import { ingestSample } from '../fixtures/ingest_sample';
import { startSlowElasticsearch, type SlowElasticsearch } from '../fixtures/slow_elasticsearch';
import { startServing, type Serving } from '../fixtures/start_serving';
import { findChromium, launchChromium } from './page/find_chromium';
import { describeInChromium } from './page/open_pages';
import { rowNames, rowsThere, subject, textOf, until } from './page/seen';
import { watchPage } from './page/watch_page';

jest.setTimeout(180_000);

/** Four days to compare with: two of them left out are too few for a verdict. */
const SAMPLE_DAYS = 5;
/** More would only be searched for, once for each day of the month. */
const TRAINING_DAYS = SAMPLE_DAYS - 1;
const ZONE = 'UTC';
/** A flagged series. */
const LOOKED_AT = 'File checksum changed';
const HOSTILE = ['<img src=x onerror="window.hacked = 1">', '__proto__', '=HYPERLINK("http://x")'];
/** So long takes each search of a run that is to be canceled. */
const SLOW_MS = 500;

const { signal } = new AbortController();
const yesterday = addDays(dayAt(Date.now(), ZONE), -1);
const chromium = findChromium();
const complaints: string[] = [];

let folder: string;
let elasticsearch: AcquiredElasticsearch;
let way: SlowElasticsearch;
let client: Client;
let serving: Serving;
let browser: Browser;
let page: Page;

const part = (name: string) => page.locator(subject(name));

/** Programs that nobody would give such names, but a log may hold any text. */
async function ingestHostile(): Promise<void> {
  const index = `logstash-${yesterday.replaceAll('-', '.')}`;
  const { from } = localDay(yesterday, ZONE);
  const operations = HOSTILE.flatMap((program, minute) => [
    { create: {} },
    {
      '@timestamp': new Date(from + minute * 60_000).toISOString(),
      type: 'syslog',
      program,
      message: `${program} started`,
    },
  ]);
  await client.bulk({ index, operations, refresh: true });
}

beforeAll(async () => {
  if (chromium === undefined) return;
  folder = await mkdtemp(join(tmpdir(), 'logwave-morning-'));
  elasticsearch = await acquireElasticsearch({ dataDir: join(folder, 'data') });
  client = new Client({ node: elasticsearch.url });
  const sample = { lastDay: yesterday, days: SAMPLE_DAYS, zone: ZONE, seed: 1 };
  await ingestSample(client, folder, sample, new Date(), signal);
  await ingestHostile();
  way = await startSlowElasticsearch(elasticsearch.url);
  serving = await startServing(way.url, { TZ: ZONE });
  // So few days before a Saturday have no weekend day: all days are of one class.
  const settings = { zone: ZONE, training: { days: TRAINING_DAYS, weekend: [] } };
  const body = JSON.stringify({ settings, version: null });
  const saved = await send(serving.url, '/api/logwave/settings', { method: 'PUT', body });
  expect(saved.status).toBe(200);
  browser = await launchChromium(chromium);
  page = await watchPage(browser, complaints);
});
afterAll(async () => {
  if (chromium === undefined) return;
  await browser.close();
  await serving.stop();
  await Promise.all([client.close(), way.close()]);
  await elasticsearch.release();
  await rm(folder, { recursive: true });
});

// One morning, in its order: each step continues where the one before has ended.
describeInChromium()("an analyst's morning", () => {
  it('begins with an analysis that is canceled', async () => {
    await page.goto(`${serving.url}/day/${yesterday}`);
    await part('logwaveAnalyzeFirst').waitFor();
    way.setDelay(SLOW_MS);
    await part('logwaveAnalyzeFirst').click();
    await part('logwaveProgress-days').waitFor();
    await part('logwaveCancel').click();
    await part('logwaveProgress').waitFor({ state: 'detached' });
    expect(await textOf(page, 'logwaveSaid')).toMatch(/^Canceled\./);
    way.setDelay(0);
  });

  it('continues with one that runs to its end, and shows what was unusual', async () => {
    await part('logwaveAnalyzeFirst').click();
    await rowsThere(page);
    expect(await textOf(page, 'logwaveSummary')).toMatch(/^[1-9]\d* of \d+ series unusual/);
    // Series that show the same incident are folded below one of them: "2 more views …".
    const folds = await part('logwaveFoldViews').allTextContents();
    const folded = folds.reduce((sum, text) => sum + Number(/\d+/.exec(text)?.[0]), 0);
    const flagged = folded + (await page.locator('.lwRow-unusual').count());
    expect(await textOf(page, 'logwaveSummary')).toMatch(new RegExp(`^${flagged} of `));
  });

  it('shows hostile names as the text that they are', async () => {
    const names = await rowNames(page);
    for (const program of HOSTILE) expect(names).toContain(`syslog program ${program}`);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  });

  it('opens a series by key, whose sentence can be copied', async () => {
    await page.fill(subject('logwaveFilter'), LOOKED_AT);
    await page.keyboard.press('Enter');
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await part('logwaveTicket').waitFor();
    await page.locator('canvas').first().waitFor();
    await page.evaluate(
      "document.addEventListener('copy', () => { window.copied = String(getSelection()) })",
    );
    await part('logwaveCopySentence').click();
    const ticket = await textOf(page, 'logwaveTicket');
    const copied = await page.evaluate<string>('window.copied');
    expect(copied.startsWith(`${ticket} Hours are in UTC. `)).toBe(true);
    expect(copied).toContain(`/day/${yesterday}/series?source=ossec`);
  });

  it('leads to the documents, as many as it says', async () => {
    const link = part('logwaveSeriesDocuments');
    const [events = ''] = /[\d,]+/.exec((await link.textContent()) ?? '') ?? [];
    await link.click();
    await part('logwaveDocumentsShown')
      .filter({ hasText: `${events} of ${events}` })
      .waitFor();
    expect(await page.locator('.lwLogLine').count()).toBe(Number(events));
    await page.goBack();
    await part('logwaveTicket').waitFor();
  });

  it('changes the verdict when days are left out, and keeps them for the next run', async () => {
    const before = await textOf(page, 'logwaveVerdict');
    for (const day of [-2, -3]) {
      await page.click(`button[data-day="${addDays(yesterday, day)}"]`);
    }
    expect(await textOf(page, 'logwaveVerdict')).toBe('Not assessed: only 2 training days.');
    await part('logwaveKeepDays').click();
    await part('logwaveKept').filter({ hasText: 'Saved. The next run learns without' }).waitFor();
    await part('logwaveResetDays').click();
    expect(await textOf(page, 'logwaveVerdict')).toBe(before);
  });

  it('uses them in the next run', async () => {
    await page.keyboard.press('Escape');
    await rowsThere(page);
    await part('logwaveAnalyze').click();
    await part('logwaveSaid').filter({ hasText: 'Analyzed.' }).waitFor();
    await page.locator('tr[data-row] .lwNameText', { hasText: LOOKED_AT }).click();
    await part('logwaveVerdict').filter({ hasText: 'only 2 training days' }).waitFor();
    expect(await page.locator('.lwDay-omitted').count()).toBe(2);
  });

  it('says that Elasticsearch does not answer, and continues when it does', async () => {
    await way.setAway(true);
    await page.goto(`${serving.url}/day/${yesterday}`);
    await part('logwaveFault').filter({ hasText: 'Elasticsearch did not answer' }).waitFor();
    await way.setAway(false);
    await part('logwaveRetry').click();
    await rowsThere(page);
    expect(await part('logwaveFault').count()).toBe(0);
  });

  it('fills the gaps of the month', async () => {
    await part('logwaveNav-month').click();
    await part('logwaveFillGaps').click();
    await part('logwaveFilling')
      .filter({ hasText: /^[1-9]\d* of \d+ days analyzed/ })
      .waitFor();
    await part('logwaveFilling').waitFor({ state: 'detached' });
    const [day] = [addDays(yesterday, -1)];
    await page.click(subject(`monthDay-${day}`));
    await until(page, `location.pathname === '/day/${day}'`);
    await rowsThere(page);
  });

  it('met no error and broke no policy', () => expect(complaints).toEqual([]));
});
