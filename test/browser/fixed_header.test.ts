import type { Page } from 'playwright-core';
import { strongestDifference } from './page/compare_pictures';
import { KIBANA_HEADER, putFixedHeader } from './page/fixed_header';
import { describeInChromium, pagesOfSuite } from './page/open_pages';
import { rowsThere, until } from './page/seen';

jest.setTimeout(120_000);

const PAGES = [
  ['the day', '/thousand/day/2015-04-01', 'tr[data-row]', '.lwTable thead'],
  ['the month', '/crowded/month/2015-04-01', 'tr.lwMonthRow', '.lwMonth thead tr:last-child'],
] as const;

/** Edges are smoothed otherwise at another place of the window; a letter differs by far more. */
const BLURRED = 48;

/** The heights at which the cells of a table's head begin, each named once. */
const topsOf = (page: Page, head: string): Promise<number[]> =>
  page.evaluate(`[...new Set(
    [...document.querySelectorAll('${head} th, ${head} td')]
      .map((cell) => Math.round(cell.getBoundingClientRect().top)),
  )]`);

/** Dots of the surprise that something lies upon, of those that are on the screen. */
const HIDDEN_DOTS = `[...document.querySelectorAll('tbody .lwSurpriseCell circle')]
  .map((dot) => ({ dot, box: dot.getBoundingClientRect() }))
  .filter(({ box }) => box.top > 0 && box.bottom < innerHeight - 60)
  .filter(({ dot, box }) => {
    const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return seen?.closest('td') !== dot.closest('td');
  }).length`;

describeInChromium()("below Kibana's fixed header", () => {
  const pages = pagesOfSuite();

  it('the table of the day is painted as it is without a header', async () => {
    const page = await pages.open('/ordinary/day/2015-04-01', { height: 1300 });
    await rowsThere(page);
    await page.mouse.move(2, 2);
    const table = page.locator('.lwTableWrap');
    const without = await table.screenshot();
    await putFixedHeader(page);
    const below = await table.screenshot();
    expect(await strongestDifference(page, [without, below])).toBeLessThan(BLURRED);
  });

  it('the head of the day hides no dot of any series', async () => {
    const page = await pages.open('/ordinary/day/2015-04-01', { height: 1300 });
    await rowsThere(page);
    expect(await page.locator('tbody .lwSurpriseCell circle').count()).toBeGreaterThan(10);
    await putFixedHeader(page);
    expect(await page.evaluate<number>(HIDDEN_DOTS)).toBe(0);
  });

  it.each(PAGES)('all headings of %s stay right below it', async (_, path, row, head) => {
    const page = await pages.open(path, { height: 500 });
    await page.waitForSelector(row);
    await putFixedHeader(page);
    expect(await topsOf(page, head)).toHaveLength(1);
    await page.evaluate('window.scrollTo(0, 1500)');
    await until(page, 'window.scrollY === 1500');
    expect(await topsOf(page, head)).toEqual([KIBANA_HEADER]);
  });
});
