import type { Page } from 'playwright-core';
import { PAGE_DAY } from '../fixtures/page_rows';
import { seriousFaults } from './page/axe';
import { describeInChromium, pagesOfSuite } from './page/open_pages';
import { subject, textOf } from './page/seen';

jest.setTimeout(180_000);

/** Requests that change the schedule, as method and path. */
const CHANGES =
  "pageHost.requests.filter(({ method, path }) => method !== 'GET' && path.includes('/schedule')).map(({ method, path }) => `${method} ${path}`)";
const RENEWAL = 'POST /api/logwave/schedule/renew';

describeInChromium()('the key of the schedule', () => {
  const pages = pagesOfSuite();
  const changesOf = (page: Page) => page.evaluate<string[]>(CHANGES);
  const noticeGone = (page: Page) =>
    page.locator(subject('logwaveKeyNotice')).waitFor({ state: 'detached' });

  it.each([
    ['the day', `day/${PAGE_DAY}`],
    ['the month', `month/${PAGE_DAY}`],
    ['the settings', 'settings'],
  ])('is said to expire on %s, with the button that renews it', async (_, address) => {
    const page = await pages.open(`/expiring/${address}`);
    await page.waitForSelector(subject('logwaveKeyNotice'));
    expect(await textOf(page, 'logwaveKeyNotice')).toContain('of ana, since 2015-03-01');
    expect(await seriousFaults(page)).toEqual([]);
    expect(await changesOf(page)).toEqual([]);
    await page.click(subject('logwaveKeyRenew'));
    await noticeGone(page);
    expect(await changesOf(page)).toEqual([RENEWAL]);
  });

  it('is renewed once when its owner opens the page', async () => {
    const page = await pages.open(`/renewalDue/day/${PAGE_DAY}`);
    await page.waitForSelector(subject('logwaveRow'));
    await noticeGone(page);
    expect(await changesOf(page)).toEqual([RENEWAL]);
  });

  it('of a disabled user is reported, and can be replaced by that of a user who manages it', async () => {
    const page = await pages.open('/expiringOfAnother/settings');
    await page.waitForSelector(subject('logwaveKeyNotice'));
    expect(await textOf(page, 'logwaveScheduleKey')).toContain('ana (disabled)');
    await page.click(subject('logwaveKeyTakeOver'));
    await noticeGone(page);
    expect(await changesOf(page)).toEqual(['PUT /api/logwave/schedule']);
  });

  it('is shown to a reader without a button', async () => {
    const page = await pages.open(`/expiredForReader/month/${PAGE_DAY}`);
    await page.waitForSelector(subject('logwaveKeyNotice'));
    expect(await page.locator(`${subject('logwaveKeyNotice')} button`).count()).toBe(0);
    expect(await changesOf(page)).toEqual([]);
  });
});
