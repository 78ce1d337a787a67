import type { Page } from 'playwright-core';
import { seriousFaultsOfThemes } from './page/axe';
import { describeInChromium, pagesOfSuite, type PageOptions } from './page/open_pages';
import { faultsAtAllWidths, faultsOnPaper } from './page/at_all_widths';
import { rowsThere, subject, textOf, until } from './page/seen';

jest.setTimeout(180_000);

const MONTH = 'month/2015-04-01';

describeInChromium()('the month', () => {
  const pages = pagesOfSuite();

  async function openMonth(scenario = 'ordinary', options?: PageOptions): Promise<Page> {
    const page = await pages.open(`/${scenario}/${MONTH}`, options);
    await page.waitForSelector('tr.lwMonthRow');
    return page;
  }

  const names = (page: Page): Promise<string[]> =>
    page.locator('.lwMonthRow .lwMonthName a').allTextContents();
  const waitFor = (page: Page, name: string, words: string | RegExp) =>
    page.locator(subject(name)).filter({ hasText: words }).waitFor();

  it('has an address of its own, which leads to the latest days', async () => {
    const page = await pages.open('/ordinary/month');
    await page.waitForURL(`**/${MONTH}`);
    await page.waitForSelector('tr.lwMonthRow');
  });

  it('shows all series, the latest beginning first, then the quiet ones by name', async () => {
    const page = await openMonth();
    const began = (await page.locator('.lwMonthBegan.lwFlagText').allTextContents()).filter(
      Boolean,
    );
    expect(began.slice(0, 5)).toEqual([
      '1 Apr 13:00',
      '1 Apr 10:00',
      '1 Apr 09:00',
      '1 Apr 06:00',
      '1 Apr 05:00',
    ]);
    expect(began.at(-1)).toBe('10 Mar 14:00');
    const shown = await names(page);
    expect(shown).toHaveLength(42);
    const quiet = shown.slice(began.length);
    expect(quiet).toEqual([...quiet].sort());
    expect(await page.title()).toBe('2 March – 1 April 2015 - Logwave');
  });

  it('fits 42 series into a window of 1400 × 1000', async () => {
    const page = await openMonth();
    const height = await page.evaluate<number>('document.documentElement.scrollHeight');
    expect(height).toBeLessThanOrEqual(1000);
  });

  it('has nothing on paper that can only be clicked', async () => {
    const page = await openMonth();
    const seen = async (): Promise<boolean> =>
      page.evaluate(
        "[...document.querySelectorAll('.lwMonthAct *, .lwScreenOnly')].some((element) => element.checkVisibility())",
      );
    expect(await seen()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await seen()).toBe(false);
  });

  it('is whole in windows of five widths and on paper', async () => {
    const page = await openMonth();
    expect(await faultsAtAllWidths(page)).toEqual([]);
    expect(await faultsOnPaper(page)).toEqual([]);
  });

  it('orders by name, and filters, where that is asked for', async () => {
    const page = await openMonth();
    await page.selectOption(subject('logwaveMonthOrder'), 'name');
    expect((await names(page)).slice(0, 2)).toEqual(['APT user-agent outbound', 'Bounce notices']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('/');
    await page.keyboard.type('ssh');
    await until(page, "document.querySelectorAll('.lwMonthRow').length === 3");
  });

  it('says in one sentence how many, what was longest, and what needs a run', async () => {
    const page = await openMonth();
    expect(await textOf(page, 'logwaveMonthSummary')).toMatch(
      /^13 of 42 series were unusual on some day\. The longest began Wednesday 1 April 2015 09:00: Bounce notices, for 15 hours\. 3 days need another run\.$/,
    );
  });

  it('says for each unusual day in the run history what happened to it', async () => {
    const page = await openMonth();
    expect(await page.locator('.lwLedgerWords').allTextContents()).toEqual([
      'missed: no index',
      'partial: 00:00 to 18:00',
      'stale: 212 late events',
    ]);
    const ledger = page.locator('thead svg').first();
    expect(await ledger.getAttribute('aria-label')).toContain('2015-03-17: missed, no index');
  });

  it('fills the gaps with progress, and draws the ledger whole', async () => {
    const page = await openMonth();
    await page.locator(subject('logwaveFillGaps')).focus();
    expect(await textOf(page, 'logwaveFillGaps')).toBe('Fill gaps, 3 days');
    await page.clock.install();
    await page.keyboard.press('Enter');
    await waitFor(page, 'logwaveFilling', '0 of 3 days analyzed');
    await waitFor(page, 'logwaveFilling', '1 of 3 days analyzed');
    // It looks every two seconds.
    while ((await page.locator(subject('logwaveFilling')).count()) > 0) {
      await page.clock.fastForward(2000);
    }
    await until(page, "document.querySelectorAll('.lwLedgerWords').length === 0");
    expect(await page.locator(subject('logwaveFillGaps')).count()).toBe(0);
    expect(await textOf(page, 'logwaveMonthSummary')).not.toContain('another run');
  });

  it('allows canceling while gaps are filled', async () => {
    const page = await openMonth();
    await page.click(subject('logwaveFillGaps'));
    await waitFor(page, 'logwaveFilling', '1 of 3 days analyzed');
    await page.locator(subject('logwaveFilling')).locator('button').click();
    await page.waitForSelector(subject('logwaveFilling'), { state: 'detached' });
    await waitFor(page, 'logwaveFillGaps', 'Fill gaps, 2 days');
  });

  it('leaves a day out for every series, strikes it out, and takes it back', async () => {
    const page = await openMonth();
    await page.click(subject('logwaveLeaveOut'));
    await page.selectOption(subject('logwaveOutageDay'), '2015-03-19');
    await page.click(subject('logwaveOutageSave'));
    await page.waitForSelector(subject('logwaveOutageTakeBack-2015-03-19'));
    const day = page.locator(subject('monthDay-2015-03-19'));
    expect(await day.locator('s').textContent()).toBe('19');
    expect(await day.getAttribute('aria-label')).toBe(
      'Thursday 19 March 2015, left out of training for every series',
    );
    await page.click(subject('logwaveOutageTakeBack-2015-03-19'));
    await page.waitForSelector(`${subject('monthDay-2015-03-19')} s`, { state: 'detached' });
  });

  it('leads from a day to its overview', async () => {
    const page = await openMonth();
    await page.click(subject('monthDay-2015-04-01'));
    await page.waitForURL('**/day/2015-04-01');
    await rowsThere(page);
  });

  it('leads from a cell to the series on that day', async () => {
    const page = await openMonth();
    const picture = page.locator(`${subject('monthRow-ossec-5716')} svg`);
    await picture.click({ position: { x: 26.5 * 25, y: 10 } });
    await page.waitForURL('**/day/2015-03-28/series?source=ossec&subtype=5716');
  });

  it('leads there by keys as well: the arrows choose a day, which is spoken, and Enter goes there', async () => {
    const page = await openMonth();
    await page.locator(`${subject('monthRow-ossec-5716')} a`).focus();
    await page.keyboard.press('ArrowRight');
    expect(await textOf(page, 'logwaveMonthCell')).toBe('Friday 27 March 2015: 3 hours flagged');
    await page.keyboard.press('ArrowLeft');
    expect(await textOf(page, 'logwaveMonthCell')).toBe('Thursday 26 March 2015: no finding');
    expect(await page.locator(subject('logwaveMonthCursor')).count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator(subject('logwaveMonthCursor')).count()).toBe(0);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/day/2015-03-28/series?source=ossec&subtype=5716');
  });

  it('is one stop of the tab key, from which the arrows lead from row to row', async () => {
    const page = await openMonth();
    const stops = page.locator('.lwMonthRow a[tabindex="0"]');
    expect(await stops.count()).toBe(1);
    await stops.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const shown = await names(page);
    await until(page, `document.activeElement?.textContent === ${JSON.stringify(shown[2])}`);
    expect(await stops.allTextContents()).toEqual([shown[2]]);
    await page.keyboard.press('ArrowUp');
    await until(page, `document.activeElement?.textContent === ${JSON.stringify(shown[1])}`);
  });

  it('goes to the month before and back by keys, and no further than today', async () => {
    const page = await openMonth();
    await page.keyboard.press('[');
    await page.waitForURL('**/month/2015-03-01');
    await page.keyboard.press(']');
    await page.waitForURL('**/month/2015-04-01');
    await page.keyboard.press(']');
    await page.waitForURL('**/month/2015-04-02');
    expect(await page.isDisabled(subject('logwaveMonthLater'))).toBe(true);
  });

  it('renders of ten thousand series those on the screen, and says what it leaves out', async () => {
    const page = await openMonth('crowded');
    expect(await page.getAttribute(subject('logwaveMonth'), 'aria-rowcount')).toBe('10002');
    expect(await page.locator('.lwMonthRow').count()).toBeLessThan(150);
    expect(await textOf(page, 'logwaveMonthFoot')).toContain(
      'With more than 2,000 series, only flagged hours are drawn.',
    );
    await page.evaluate('window.scrollTo(0, 1e7)');
    await page.waitForSelector('tr[aria-rowindex="10002"]');
  });

  it('shows a reader the whole month, and no button that would be refused', async () => {
    const page = await openMonth('reader');
    expect(await names(page)).toHaveLength(42);
    expect(await page.locator(subject('logwaveFillGaps')).count()).toBe(0);
  });

  it.each([1400, 1024, 400])(
    'has nothing that axe finds, in either theme, in a window of %d pixels',
    async (width) => {
      const page = await openMonth('ordinary', { width });
      expect(await seriousFaultsOfThemes(page)).toEqual([]);
    },
  );
});
