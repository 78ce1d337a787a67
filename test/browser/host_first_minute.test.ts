import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import type { Browser, Page } from 'playwright-core';
import { addDays } from '../../common/time/day';
import { dayAt } from '../../common/time/local_day';
import { acquireElasticsearch, type AcquiredElasticsearch } from '../../standalone/elasticsearch';
import { ingestSample } from '../fixtures/ingest_sample';
import { startServing, type Serving } from '../fixtures/start_serving';
import { findChromium, launchChromium } from './page/find_chromium';
import { describeInChromium } from './page/open_pages';
import { watchPage } from './page/watch_page';

/** Enough to compare with, and few enough to be ingested in seconds. */
/** A week and a day: whatever yesterday was, two days of its kind lie before it. */
const SAMPLE_DAYS = 8;
const ZONE = 'UTC';
/** The machine may have much else to do. */
const PATIENCE_MS = 60_000;
jest.setTimeout(3 * PATIENCE_MS);

const { signal } = new AbortController();
const yesterday = addDays(dayAt(Date.now(), ZONE), -1);
const chromium = findChromium();

let folder: string;
let elasticsearch: AcquiredElasticsearch;
let client: Client;
let serving: Serving;
let browser: Browser;
let page: Page;
/** What the browser complained of: errors, refused files, broken policies. */
const complaints: string[] = [];

const part = (name: string) => page.locator(`[data-test-subj="${name}"]`);

async function openPage(): Promise<Page> {
  const opened = await watchPage(browser, complaints);
  opened.on('response', (answer) => {
    if (answer.status() >= 500) complaints.push(`${answer.status()} ${answer.url()}`);
  });
  return opened;
}

/** Tagged documents: one that two log types count is one document. */
async function countTagged(): Promise<number> {
  await client.indices.refresh({ index: 'logstash-*' });
  const query = { wildcard: { tags: '*_outlier' } };
  const { count } = await client.count({ index: 'logstash-*', query });
  return count;
}

beforeAll(async () => {
  if (chromium === undefined) return;
  folder = await mkdtemp(join(tmpdir(), 'logwave-browser-'));
  elasticsearch = await acquireElasticsearch({ dataDir: join(folder, 'data') });
  client = new Client({ node: elasticsearch.url });
  serving = await startServing(elasticsearch.url, { TZ: ZONE });
  browser = await launchChromium(chromium);
  page = await openPage();
});
afterAll(async () => {
  if (chromium === undefined) return;
  await browser.close();
  await serving.stop();
  await client.close();
  await elasticsearch.release();
  await rm(folder, { recursive: true });
});

describeInChromium()("an analyst's first minute", () => {
  it('begins with a page that says that no logs are there', async () => {
    await page.goto(serving.url);
    await part('logwaveNotAnalyzed').filter({ hasText: 'No day has been analyzed yet' }).waitFor();
    await part('logwaveNotAnalyzed').filter({ hasText: 'No index matches logstash-*' }).waitFor();
    expect(await page.title()).toMatch(/Logwave/);
  });

  it('finds sample logs, and analyzes their last day at the press of a button', async () => {
    const sample = { lastDay: yesterday, days: SAMPLE_DAYS, zone: ZONE, seed: 1 };
    await ingestSample(client, folder, sample, new Date(), signal);
    await page.goto(serving.url);
    await part('logwaveNotAnalyzed')
      .filter({ hasText: `Found ${SAMPLE_DAYS} days of logs` })
      .waitFor();
    await part('logwaveAnalyzeFirst').click();
    await part('logwaveSummary').waitFor();
    expect(await part('logwaveSummary').innerText()).toMatch(
      // The sample differs by date: some stream may be silent by chance, too.
      /^1 host( and \d+ series)? silent: web2.*\. \d+ of \d+ series unusual/,
    );
    expect(await part('logwaveRow').count()).toBeGreaterThan(10);
    expect(await countTagged()).toBe(0);
  });

  it('has everything in the address', async () => {
    expect(new URL(page.url()).pathname).toBe(`/day/${yesterday}`);
    const summary = await part('logwaveSummary').innerText();
    const other = await openPage();
    await other.goto(page.url());
    const shown = other.locator('[data-test-subj="logwaveSummary"]');
    expect(await shown.innerText()).toBe(summary);
    await other.close();
  });

  it('ends with tagged documents', async () => {
    await part('logwaveTagging').click();
    await part('logwaveTagNow').click();
    await page.waitForFunction(() =>
      /documents? tagged/.test(document.querySelector('main, body')?.textContent ?? ''),
    );
    const tagged = await countTagged();
    expect(tagged).toBeGreaterThan(0);
    const summary = await part('logwaveSummary').innerText();
    expect(summary).toContain(`${tagged.toLocaleString('en-US')} documents tagged`);
  });

  it('still knows of the tags after an analysis without tagging, and takes them away', async () => {
    const tagged = (await countTagged()).toLocaleString('en-US');
    await part('logwaveAnalyze').click();
    await part('logwaveSaid').filter({ hasText: 'Analyzed.' }).waitFor();
    await part('logwaveSummary')
      .filter({ hasText: `${tagged} documents tagged` })
      .waitFor();
    await part('logwaveTagging').click();
    await part('logwaveUntag').click();
    await part('logwaveSaid').filter({ hasText: 'removed' }).waitFor();
    expect(await countTagged()).toBe(0);
    await part('logwaveSummary')
      .filter({ hasNotText: / tagged\./ })
      .waitFor();
    await part('logwaveTagging').click();
    expect(await part('logwaveUntag').count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('leads from a row to its series and back', async () => {
    await part('logwaveRowOpen').first().click();
    await part('logwaveTicket').waitFor();
    await page.locator('canvas').first().waitFor();
    await page.goBack();
    await part('logwaveSummary').waitFor();
  });

  it('gives the settings as a file, and the same bytes after they were replaced by it', async () => {
    await page.goto(`${serving.url}/settings`);
    const save = async (): Promise<Buffer> => {
      const saving = page.waitForEvent('download');
      await part('logwaveExportSettings').click();
      return readFile(await (await saving).path());
    };
    const before = await save();
    const file = { name: 'logwave.json', mimeType: 'application/json', buffer: before };
    await part('logwaveSettingsFile').setInputFiles(file);
    await part('logwaveImportSettings').click();
    await part('logwaveImported').filter({ hasText: 'saved' }).waitFor();
    expect((await save()).equals(before)).toBe(true);
    expect(before.toString()).toContain('"training"');
  });

  it('says that the code of a page did not come, and shows the page at a retry', async () => {
    // Nobody watches this page: what does not come is a complaint.
    const other = await browser.newPage();
    const shown = (name: string) => other.locator(`[data-test-subj="${name}"]`);
    await other.route('**/assets/settings-*.js', (route) => route.abort());
    await other.goto(`${serving.url}/settings`);
    await shown('logwaveLoadFailed').waitFor();
    await other.unroute('**/assets/settings-*.js');
    await shown('logwaveLoadRetry').click();
    await shown('logwaveUninstall').waitFor();
    await other.close();
  });

  it('goes from dark to light without another request', async () => {
    await part('logwaveTheme').click();
    const ground = (): Promise<string> =>
      page.evaluate(() => {
        const app = document.querySelector('[data-test-subj="logwaveApp"]');
        return app === null ? '' : getComputedStyle(app).backgroundColor;
      });
    expect(await ground()).toBe('rgb(29, 30, 36)');
    await part('logwaveTheme').click();
    expect(await ground()).toBe('rgb(255, 255, 255)');
  });

  it('met no error and broke no policy', () => expect(complaints).toEqual([]));
});
