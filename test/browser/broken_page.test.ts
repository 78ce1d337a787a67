import type { Page } from 'playwright-core';
import { seriousFaults } from './page/axe';
import { describeInChromium, pagesOfSuite } from './page/open_pages';
import { rowsThere, subject, textOf } from './page/seen';

jest.setTimeout(120_000);

const DAY = 'day/2015-04-01';
const DOORS = [
  ['the host', ''],
  ['Kibana', 'kibana-'],
] as const;

describeInChromium()('an error while a page is drawn', () => {
  const pages = pagesOfSuite();

  async function openBroken(door: string): Promise<Page> {
    const page = await pages.open(`/${door}broken/${DAY}`);
    await page.waitForSelector(subject('logwaveBroken'));
    expect(pages.takeFaults().length).toBeGreaterThan(0);
    return page;
  }

  it.each(DOORS)('is shown in a sentence, with its details, at %s', async (_, door) => {
    const page = await openBroken(door);
    const words = await textOf(page, 'logwaveBroken');
    expect(words).toContain('This page cannot be shown');
    expect(words).toContain('Your logs, findings and tags are not affected.');
    expect(words).toMatch(/TypeError: /);
    expect(await page.title()).toContain('This page cannot be shown');
    expect(await seriousFaults(page)).toEqual([]);
  });

  it.each(DOORS)('leaves ways to other pages at %s', async (_, door) => {
    const page = await openBroken(door);
    await page.click(`${subject('logwaveBroken')} a:has-text("Go to the settings")`);
    await page.waitForSelector(subject('logwaveSetting-method'));
    expect(await page.locator(subject('logwaveBroken')).count()).toBe(0);
    expect(page.url()).toContain(`/${door}broken/settings`);
    await page.goBack();
    await page.waitForSelector(subject('logwaveBroken'));
    expect(pages.takeFaults().length).toBeGreaterThan(0);
    await page.click(`${subject('logwaveBroken')} a:has-text("Go to the month")`);
    await page.waitForSelector('tr.lwMonthRow');
  });

  it.each(DOORS)('is over once the page can be drawn, at %s', async (_, door) => {
    const page = await openBroken(door);
    await page.evaluate('window.pageHost.day = window.pageHost.analyzed');
    await page.click(subject('logwaveBrokenAgain'));
    await rowsThere(page);
    pages.takeFaults();
  });
});

describeInChromium()('an error outside of all pages', () => {
  const pages = pagesOfSuite();

  it('is shown too, with a way to load the page again', async () => {
    const page = await pages.open(`/kibana-ordinary/${DAY}#broken-theme`, {
      waitFor: 'logwaveBrokenApp',
    });
    expect(pages.takeFaults().length).toBeGreaterThan(0);
    expect(await textOf(page, 'logwaveBrokenApp')).toContain('Error: the theme is broken');
    await page.evaluate("window.location.hash = ''");
    await page.click(`${subject('logwaveBrokenApp')} button`);
    await rowsThere(page);
  });
});

describeInChromium()('a day of a source that has other fields now', () => {
  const pages = pagesOfSuite();
  const opened = (page: Page): Promise<unknown[]> => page.evaluate('window.openedInDiscover');

  it('is read by the fields that its run had', async () => {
    const page = await pages.open(`/kibana-changed/${DAY}`);
    await rowsThere(page);
    const row = page.locator('tr[data-row]', { hasText: 'Syslog notice' });
    await row.locator(subject('logwaveRowDiscover')).click();
    expect(await opened(page)).toMatchObject([
      {
        dataViewSpec: { id: 'logwave-syslog' },
        columns: [expect.not.stringMatching('host'), 'tags', 'message'],
      },
    ]);
    await row.locator('a').first().click();
    await page.click(subject('logwaveSeriesDiscover'));
    expect(await opened(page)).toHaveLength(2);
  });

  it('has no link to Discover if the fields of its run are not known', async () => {
    const page = await pages.open(`/kibana-unfitting/${DAY}`);
    await rowsThere(page);
    await page.locator(subject('logwaveRowDiscover')).first().waitFor();
    const row = page.locator('tr[data-row]', { hasText: 'Syslog notice' });
    expect(await row.locator(subject('logwaveRowDiscover')).count()).toBe(0);
    await row.locator('a').first().click();
    await page.waitForSelector(subject('logwaveTicket'));
    expect(await page.locator(subject('logwaveSeriesDiscover')).count()).toBe(0);
  });
});
